import { gzipSync } from "node:zlib";
import { TABLE } from "kubernetes-fields";
import { expect, test } from "vitest";
import { API_VERSIONS, kindsOf, type Field, type FieldType } from "../../../src/kube/fields/field-table.ts";

test.each<[string, string, string, string]>([
  ["v1", "Pod", "spec.containers.name", "text, required"],
  ["v1", "Pod", "spec.containers.ports.containerPort", "int32, required"],
  ["v1", "Pod", "spec.containers.ports.protocol", "SCTP|TCP|UDP"],
  ["v1", "Pod", "spec.containers.resources.limits", "map of quantity"],
  ["v1", "Pod", "spec.containers.restartPolicyRules", "list of object, new"],
  ["v1", "Pod", "spec.securityContext.supplementalGroups", "list of int64"],
  ["v1", "Pod", "metadata.creationTimestamp", "time"],
  ["v1", "Pod", "apiVersion", "text"],
  ["v1", "Service", "spec.ports.targetPort", "number-or-text"],
  ["v1", "Service", "spec.topologyKeys", "list of text, old"],
  ["v1", "Secret", "data", "map of base64"],
  ["v1", "Secret", "stringData", "map of text"],
  ["apps/v1", "Deployment", "spec.template.spec.hostNetwork", "boolean"],
  [
    "apps/v1",
    "StatefulSet",
    "spec.volumeClaimTemplates.spec.accessModes",
    "list of ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod",
  ],
  ["apps/v1", "ControllerRevision", "data", "any"],
  ["scheduling.k8s.io/v1", "PriorityClass", "description", "text"],
  ["apiextensions.k8s.io/v1", "CustomResourceDefinition", "spec.versions.schema.openAPIV3Schema.maximum", "number"],
  ["apiextensions.k8s.io/v1", "CustomResourceDefinition", "spec.versions.schema.openAPIV3Schema.default", "any"],
  [
    "apiextensions.k8s.io/v1",
    "CustomResourceDefinition",
    "spec.versions.schema.openAPIV3Schema.items",
    "object or list of object",
  ],
  [
    "apiextensions.k8s.io/v1",
    "CustomResourceDefinition",
    "spec.versions.schema.openAPIV3Schema.additionalProperties",
    "object or boolean",
  ],
  [
    "apiextensions.k8s.io/v1",
    "CustomResourceDefinition",
    "spec.versions.schema.openAPIV3Schema.dependencies",
    "map of object or list of text",
  ],
  [
    "apiextensions.k8s.io/v1",
    "CustomResourceDefinition",
    "spec.versions.schema.openAPIV3Schema.x-kubernetes-validations.rule",
    "text, required",
  ],
  ["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "webhooks.rules.scope", "*|Cluster|Namespaced"],
])("%s %s: %s is %s", (apiVersion, kind, path, expected) => {
  const [first, ...rest] = path.split(".");
  let field = kindsOf(apiVersion).get(kind)!.fields().get(first!)!;
  for (const key of rest) field = fieldsIn(field.type).get(key)!;
  expect(describeField(field)).toBe(expected);
});

test.each<[string, string, boolean]>([
  ["v1", "Pod", false],
  ["resource.k8s.io/v1", "DeviceClass", true],
  ["apiregistration.k8s.io/v1", "APIService", false],
])("%s %s is new: %s", (apiVersion, kind, isNew) => {
  expect(kindsOf(apiVersion).get(kind)!.isNew).toBe(isNew);
});

test("every object of the table can be read", () => {
  const read = new Set<ReadonlyMap<string, Field>>();
  for (const version of API_VERSIONS) for (const { fields } of kindsOf(version).values()) visit(fields());
  expect(read.size).toBeGreaterThan(800);

  function visit(fields: ReadonlyMap<string, Field>): void {
    if (read.has(fields)) return;
    read.add(fields);
    for (const { type } of fields.values()) {
      expect(describeType(type)).not.toContain("undefined");
      const inner = "of" in type ? type.of : type;
      if (inner.form === "object") visit(inner.fields());
    }
  }
});

test("the table is small", () => {
  expect(gzipSync(TABLE).length).toBeLessThan(20_000);
});

function fieldsIn(type: FieldType): ReadonlyMap<string, Field> {
  if (type.form === "object") return type.fields();
  return "of" in type ? fieldsIn(type.of) : new Map();
}

function describeField({ type, required, age }: Field): string {
  return [describeType(type), ...(required ? ["required"] : []), ...(age === null ? [] : [age])].join(", ");
}

function describeType(type: FieldType): string {
  if (type.form === "one-of") return type.values.join("|");
  if (type.form === "either") return type.types.map(describeType).join(" or ");
  return "of" in type ? `${type.form} of ${describeType(type.of)}` : type.form;
}
