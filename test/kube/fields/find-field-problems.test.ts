import * as fc from "fast-check";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { createBundle, KubebootError } from "../../../src/index.ts";
import { API_VERSIONS, kindsOf, type FieldType, type Fields } from "../../../src/kube/fields/field-table.ts";
import { assertProperty, SEEDED } from "../../support/seed.ts";
import { findFieldProblems, type FieldProblem } from "../../../src/kube/fields/find-field-problems.ts";

const DEFINITION = "apiextensions.k8s.io/v1 CustomResourceDefinition";
const schema = (text: string): string =>
  `{spec: {group: a, names: {kind: A, plural: as}, scope: Cluster, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${text}}}]}}`;

test.each<[string, string, string, string[]]>([
  ["a misspelt field", "v1 Pod", "{metadata: {lables: {}}}", ["unknown metadata.lables: labels"]],
  ["another case", "v1 Pod", "{spec: {hostpid: true, containers: []}}", ["unknown spec.hostpid: hostPID"]],
  ["a name that is near nothing", "v1 Pod", "{zzzzzz: 1}", ["unknown zzzzzz: "]],
  [
    "a field of the level above",
    "v1 Pod",
    "{spec: {containers: [{name: a, tolerations: []}]}}",
    ["unknown spec.containers.0.tolerations: tolerations in spec"],
  ],
  [
    "a field of the top level",
    "v1 ConfigMap",
    "{metadata: {binaryData: {}}}",
    ["unknown metadata.binaryData: binaryData in "],
  ],
  ["a field of the level below", "v1 Pod", "{labels: {a: b}}", ["unknown labels: labels in metadata"]],
  [
    "a field of the second container",
    "v1 Pod",
    "{spec: {initContainers: [], containers: [{name: a}], command: []}}",
    ["unknown spec.command: command in spec.containers.0"],
  ],
  [
    "a field two levels down",
    "apps/v1 Deployment",
    "{spec: {selector: {}, template: {}, containers: []}}",
    ["unknown spec.containers: containers in spec.template.spec"],
  ],
  [
    "labels in the place of a selector",
    "apps/v1 Deployment",
    "{spec: {selector: {app: a}, template: {}}}",
    ["unknown spec.selector.app: app in spec.selector.matchLabels"],
  ],
  [
    "a container's field beside it",
    "v1 Pod",
    "{spec: {containers: [{name: a}], securityContext: {privileged: true}}}",
    ["unknown spec.securityContext.privileged: privileged in spec.containers.0.securityContext"],
  ],
  [
    "a field that its place has already",
    "networking.k8s.io/v1 NetworkPolicy",
    "{spec: {podSelector: {}, ingress: [{podSelector: {}}]}}",
    ["unknown spec.ingress.0.podSelector: podSelector in spec.ingress.0.from.0"],
  ],
  [
    "the singular of a list",
    "v1 Pod",
    "{spec: {containers: [{name: a, port: [{containerPort: 80}], resource: {}}], volume: []}}",
    [
      "unknown spec.containers.0.port: ports",
      "unknown spec.containers.0.resource: resources",
      "unknown spec.volume: volumes",
    ],
  ],
  [
    "the singular of a list that is there",
    "v1 Service",
    "{spec: {ports: [{name: a}], port: 80}}",
    ["missing spec.ports.0: port", "unknown spec.port: port in spec.ports.0"],
  ],
  [
    "a container's field beside volumes",
    "v1 Pod",
    "{spec: {image: 'a:1', containers: [{name: a}], volumes: [{name: a}]}}",
    ["unknown spec.image: image in spec.containers.0"],
  ],
  [
    "a container's field that the container has",
    "v1 Pod",
    "{spec: {image: 'a:1', containers: [{name: a, image: 'a:1'}], volumes: [{name: a}]}}",
    ["unknown spec.image: "],
  ],
  [
    "a word that the field abbreviates",
    "v1 Pod",
    "{spec: {containers: [{name: a, enviroment: [], argument: [a]}]}}",
    ["unknown spec.containers.0.enviroment: env", "unknown spec.containers.0.argument: args"],
  ],
  [
    "a name with the word of another source",
    "v1 Pod",
    "{spec: {containers: [], volumes: [{name: a, secret: {name: a}}, {name: b, configMap: {configMapName: a}}, {name: c, persistentVolumeClaim: {name: a}}]}}",
    [
      "unknown spec.volumes.0.secret.name: secretName",
      "unknown spec.volumes.1.configMap.configMapName: name",
      "unknown spec.volumes.2.persistentVolumeClaim.name: claimName",
    ],
  ],
  [
    "a name that is not that of the field around it",
    "v1 Service",
    "{spec: {ports: [{port: 80}], name: a}}",
    ["unknown spec.name: name in spec.ports.0"],
  ],
  [
    "a common field",
    "v1 ServiceAccount",
    "{imagePullSecrets: [{namespace: a}]}",
    ["unknown imagePullSecrets.0.namespace: "],
  ],
  ["a status without its fields", "v1 Pod", "{status: {containerStatuses: [{name: a}]}}", []],
  ["a missing field", "v1 Service", "{spec: {ports: [{name: a}]}}", ["missing spec.ports.0: port"]],
  ["a missing field that is null", "v1 Service", "{spec: {ports: [{port: null}]}}", ["missing spec.ports.0: port"]],
  [
    "a missing field that is misspelt",
    "v1 Service",
    "{spec: {ports: [{prot: 80}]}}",
    ["unknown spec.ports.0.prot: port"],
  ],
  ["null as a field", "v1 Service", "{metadata: null, spec: {ports: null, selector: null}}", []],
  ["null in a map", "v1 ConfigMap", "{data: {a: null}}", ["empty data.a"]],
  ["null in a list", "v1 Pod", "{spec: {containers: [null]}}", ["empty spec.containers.0"]],
  ["null in a list of any values", DEFINITION, schema("{enum: [a, null]}"), []],
  [
    "a field of a nested schema",
    DEFINITION,
    schema("{properties: {a: {typ: string}}}"),
    ["unknown spec.versions.0.schema.openAPIV3Schema.properties.a.typ: type"],
  ],
  ["what servers drop from a schema of items", DEFINITION, schema("{items: {typ: string}}"), []],
  [
    "a type in a schema of items",
    DEFINITION,
    schema("{items: {maxLength: a}}"),
    ["type spec.versions.0.schema.openAPIV3Schema.items.maxLength"],
  ],
  ["several schemas of items", DEFINITION, schema("{items: [{type: string}]}"), []],
  ["no schema of items", DEFINITION, schema("{items: 1}"), ["type spec.versions.0.schema.openAPIV3Schema.items"]],
  [
    "a schema of values or not",
    DEFINITION,
    schema("{additionalProperties: false, properties: {a: {additionalProperties: {type: string}}}}"),
    [],
  ],
  ["a field of some releases", "v1 Service", "{spec: {topologyKeys: [a]}}", ["age spec.topologyKeys: old"]],
])("%s", (_, name, text, expected) => {
  const [apiVersion, kind] = name.split(" ") as [string, string];
  const problems = findFieldProblems(load(text) as Record<string, unknown>, kindsOf(apiVersion).get(kind)!.fields());
  expect(problems.map(describe)).toEqual(expected);
});

test("bundling stops at a number in place of a text", async () => {
  const content =
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: 'a:1', env: [{name: A, value: 8080}]}]}\n";
  const error = await createBundle([{ name: "a.yaml", content }]).catch((thrown: unknown) => thrown as KubebootError);
  expect(error).toBeInstanceOf(KubebootError);
  expect(
    (error as KubebootError).findings.filter(({ severity }) => severity === "error").map(({ hint }) => hint),
  ).toEqual(['put the value in quotes: `value: "8080"`']);
});

test(`an object of the table's own types has no problems ${SEEDED}`, async () => {
  const kinds = API_VERSIONS.flatMap((version) => Array.from(kindsOf(version).values()));
  await assertProperty(
    fc.property(fc.constantFrom(...kinds), fc.nat(4), ({ fields }, depth) => {
      const problems = findFieldProblems(makeObject(fields(), depth), fields());
      expect(problems.filter(({ problem }) => problem !== "age")).toEqual([]);
    }),
    500,
  );
});

/** With all fields down to the depth, and below it with those that are required. */
function makeObject(fields: Fields, depth: number): Record<string, unknown> {
  const taken = [...fields].filter(([, { required }]) => required || depth > 0);
  return Object.fromEntries(taken.map(([key, { type }]) => [key, makeValue(type, depth - 1)]));
}

function makeValue(type: FieldType, depth: number): unknown {
  switch (type.form) {
    case "object":
      return makeObject(type.fields(), depth);
    case "list":
      return depth > 0 ? [makeValue(type.of, depth)] : [];
    case "map":
      return depth > 0 ? { key: makeValue(type.of, depth) } : {};
    case "either":
      return makeValue(type.types.at(-1)!, depth);
    case "one-of":
      return type.values[0];
    case "boolean":
      return false;
    case "time":
      return "2014-06-01T12:00:00Z";
    case "quantity":
      return "1Gi";
    case "base64":
      return "AAEC";
    case "text":
    case "any":
      return "a";
    default:
      return 1;
  }
}

function describe(found: FieldProblem): string {
  const at = `${found.problem} ${found.path.join(".")}`;
  if (found.problem === "missing") return `${at}: ${found.key}`;
  if (found.problem === "age") return `${at}: ${found.age}`;
  if (found.problem !== "unknown") return at;
  const { field = "", place = null } = found.suggestion ?? {};
  return `${at}: ${field}${place === null ? "" : ` in ${place.join(".")}`}`;
}
