/** What `npm run corpus` makes of files, with a real API server. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findManifests } from "../../bench/corpus/find-manifests.ts";
import { sortRefusals } from "../../bench/corpus/sort-refusals.ts";
import { submitFiles } from "../../bench/corpus/submit-files.ts";
import { apiServer, startApiServer, type ApiServer } from "../support/api-server.ts";
import { describeWith } from "../support/requirements.ts";

const MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
const CRON = "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\n";

const POLICY = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {ingress: []}\n";

const DEFINITION = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: as.b.c}
spec:
  group: b.c
  names: {plural: as, kind: A}
  scope: Namespaced
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {a: {type: string, default: ""}}}}}
`;

/** The file, what the server refuses of it (a part of its words), and what it does not know. */
const FILES: readonly [name: string, text: string, content: readonly RegExp[], lacking: readonly string[]][] = [
  ["accepted.yaml", MAP, [], []],
  ["again.yaml", MAP, [], []],
  ["namespace.yaml", MAP.replace("name: a", "name: a, namespace: other"), [], []],
  ["json.json", JSON.stringify({ apiVersion: "v1", kind: "Pod" }), [/resource name may not be empty/], []],
  ["field.yaml", `${MAP}dta: {}\n`, [/unknown field "dta"/], []],
  ["name.yaml", MAP.replace("name: a", "name: A_b"), [/metadata\.name: Invalid value: "A_b"/], []],
  ["two.yaml", `${MAP.replace("a}", "A_b}")}---\n${MAP.replace("a}", "C_d}")}`, [/"A_b"/, /"C_d"/], []],
  ["syntax.yaml", `${MAP}  data: 1\n`, [/error converting YAML to JSON/], []],
  ["generated.yaml", MAP.replace("name:", "generateName:"), [], []],
  ["newer.yaml", CRON, [], ["batch/v1 CronJob"]],
  ["list.yaml", `apiVersion: v1\nkind: List\nitems:\n- ${CRON.replaceAll("\n", "\n  ")}\n`, [], ["batch/v1 CronJob"]],
  ["null.yaml", `${MAP}data: {a: null}\n`, [], ["null"]],
  ["default.yaml", DEFINITION, [], ['default: ""']],
  ["default-number.yaml", DEFINITION.replace('""', "1"), [/default: Invalid value: "integer"/], []],
  ["optional.yaml", POLICY, [], ["NetworkPolicySpec.podSelector"]],
  ["both.yaml", `${CRON}---\n${MAP.replace("a}", "A_b}")}`, [/"A_b"/], ["batch/v1 CronJob"]],
];

const folder = mkdtempSync(join(tmpdir(), "kubeboot-corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("templates and other YAML are no manifests", () => {
  for (const [name, text] of FILES) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "chart.yaml"), "{{- if .Values.a }}\napiVersion: v1\nkind: Pod\n{{- end }}\n");
  writeFileSync(join(folder, "other.yaml"), "kind: other\n");
  const { manifests, templates } = findManifests(folder);
  expect(manifests.map(({ path }) => path)).toEqual(FILES.map(([name]) => name).toSorted());
  expect(templates).toBe(1);
});

describeWith([apiServer], "each file is judged alone", () => {
  let server: ApiServer;
  let refusals: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    server = await startApiServer();
    refusals = await submitFiles(server, folder, findManifests(folder).manifests);
  });
  afterAll(() => server?.stop());

  test.each(FILES)("%s", (name, _, content, lacking) => {
    const sorted = sortRefusals(refusals.get(name) ?? []);
    expect(sorted.lacking).toEqual(lacking);
    expect(sorted.content).toEqual(content.map((pattern) => expect.stringMatching(pattern)));
  });
});
