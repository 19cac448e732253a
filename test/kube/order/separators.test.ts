/** What is put above a document that moves, so that kubectl reads it as before. */
import { expect, test } from "vitest";
import { createBundle } from "../../../src/index.ts";

test.each<[string, string, string]>([
  [
    "a comment at the separator",
    "kind: Pod\n---#c\nkind: Service\n---#d\nkind: Namespace\n",
    "--- #d\nkind: Namespace\n--- #c\nkind: Service\n---\nkind: Pod\n",
  ],
  [
    "a byte order mark below a separator that becomes the first line",
    "kind: Pod\n---\n\ufeffkind: Service\n",
    "---\n---\n\ufeffkind: Service\n---\nkind: Pod\n",
  ],
  [
    "a separator that was the first line",
    "---\n---#c\nkind: Pod\n---\nkind: Service\n",
    "---\nkind: Service\n---\n---\n---#c\nkind: Pod\n",
  ],
  [
    "a List below an empty document",
    "---\n# c\n---\nkind: List\nitems:\n- kind: Pod\n- kind: Service\n",
    "---\n# c\n---\nkind: List\nitems:\n- kind: Service\n- kind: Pod\n",
  ],
])("%s", async (_, content, expected) => {
  const sources = [{ name: "a.yaml", content, type: "text/x-kube-manifest" }];
  const { parts } = await createBundle(sources, { check: false, handler: "none" });
  expect(parts.map((part) => Buffer.from(part.content).toString())).toEqual([expected]);
});
