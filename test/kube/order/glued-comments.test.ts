/** Comments behind a separator, in documents that are put in another order. */
import { expect, test } from "vitest";
import { arrangeManifests } from "../../../src/kube/arrange-manifests.ts";
import { makePart } from "../../support/make-part.ts";

// kubectl takes `---#` for a separator only below a document; elsewhere it is text (apimachinery, util/yaml/decoder.go).
test.each([
  ["kind: Pod\n---#c\nkind: Service\n", "--- #c\nkind: Service\n---\nkind: Pod\n"],
  [
    "kind: Pod\n---#a\nkind: Service\n---#b\nkind: Namespace\n",
    "--- #b\nkind: Namespace\n--- #a\nkind: Service\n---\nkind: Pod\n",
  ],
  ["kind: Pod\n---# a\n# hello\n---#b\nkind: Service\n", "--- # a\n# hello\n---#b\nkind: Service\n---\nkind: Pod\n"],
])("keeps the comment that is glued to a separator: %j", async (text, ordered) => {
  const part = makePart({ type: "text/x-kube-manifest", content: text });
  const { parts } = await arrangeManifests([part], { upgrade: false, keepOrder: false });
  expect(Buffer.from(parts[0]!.content).toString()).toBe(ordered);
});
