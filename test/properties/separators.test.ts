/** Whatever is between the documents of a file, kubectl reads the same objects from what is delivered. */
import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBundle } from "../../src/index.ts";
import { findClientProblem } from "../../src/kube/find-client-problem.ts";
import { readManifest } from "../../src/kube/read-manifest.ts";
import { command, describeWith } from "../support/requirements.ts";
import { sample, SEEDED } from "../support/seed.ts";

const HEADS = [
  "",
  "",
  "#kube-manifest\n",
  "# head\n",
  "\ufeff",
  "\r\n",
  "---\n",
  "---#c\n",
  "--- # c\n",
  "---\n---#c\n",
];

const SEPARATORS = [
  "---\n",
  "---#c\n",
  "---#c\r\n",
  "--- # c\r\n",
  "---\t# c\n",
  "---  \r\n",
  "...\n---\n",
  "---\n\ufeff",
  "---\n# c\n---\n",
  "---\n# c\n---#d\n",
  "---\n---\n",
  "---\n---#c\n",
  "--- {a: 1}\n",
  "---\n%YAML 1.1\n---\n",
];

const TAILS = ["", "", "---", "---#c", "---\n# end\n", "...\n", "\r\n"];

const BODIES: readonly ((kind: string, name: string) => string)[] = [
  (kind, name) => `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\nx: |\n  ---\n  a\n`,
  (kind, name) => `apiVersion: v1\r\nkind: ${kind}\r\nmetadata: {name: ${name}}\r\n`,
  (kind, name) => `{"apiVersion": "v1", "kind": "${kind}", "metadata": {"name": "${name}"}}\n`,
  (kind, name) => `{apiVersion: v1, kind: ${kind}, metadata: {name: ${name}}} # it\n`,
  (kind, name) =>
    `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ${kind}\n  metadata: {name: ${name}}\n` +
    `- apiVersion: v1\n  kind: Namespace\n  metadata: {name: ${name}}\n`,
];

const files = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.array(
      fc.tuple(
        fc.constantFrom(...BODIES),
        fc.constantFrom("Pod", "Service", "Namespace", "ConfigMap"),
        fc.constantFrom(...SEPARATORS),
      ),
      { minLength: 2, maxLength: 5 },
    ),
    fc.constantFrom(...TAILS),
    fc.boolean(),
  )
  .map(([head, documents, tail, isWhole]) => {
    const texts = documents.map(
      ([body, kind, separator], index) => (index === 0 ? "" : separator) + body(kind, `n${index}`),
    );
    const text = head + texts.join("") + tail;
    return isWhole ? text : text.replace(/\n$/, "");
  });

describeWith([command("kubectl")], "a file with any separators", () => {
  test(`is refused as kubectl does, or delivered as the same objects ${SEEDED}`, async () => {
    let taken = 0;
    for (const text of sample(files, 150)) {
      const before = readWithKubectl(text);
      const bare = text.replace(/^\ufeff/, "");
      const isRead = readManifest(bare).problem === null && findClientProblem(bare) === null;
      expect({ text, isRead }).toEqual({ text, isRead: before !== null });
      if (before === null) continue;
      taken += 1;
      const content = Buffer.from(text);
      const { parts } = await createBundle([{ name: "a.yaml", content, type: "text/x-kube-manifest" }], {
        check: false,
        handler: "none",
      });
      const after = parts.map((part) => readWithKubectl(Buffer.from(part.content).toString()));
      expect({ text, after: after.flat().toSorted() }).toEqual({ text, after: before.toSorted() });
    }
    expect(taken).toBeGreaterThan(20);
  });
});

/** The objects, each as JSON; null if kubectl refuses the text. */
function readWithKubectl(input: string): string[] | null {
  const args = ["annotate", "--local", "-f", "-", "a=b", "-o", "json"];
  const env = { ...process.env, KUBECONFIG: "/dev/null" };
  const { status, stdout } = spawnSync("kubectl", args, { input, encoding: "utf8", env });
  if (status !== 0) return null;
  return stdout.split(/^(?=\{)/m).map((object) => JSON.stringify(JSON.parse(object)));
}
