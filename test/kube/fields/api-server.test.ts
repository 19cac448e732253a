/** The table of fields, compared with the OpenAPI schema of a real Kubernetes 1.20, its oldest release. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { kindsOf, type Fields, type FieldType } from "../../../src/kube/fields/field-table.ts";
import { findRemoved } from "../../../src/kube/removed-versions.ts";
import { apiServer, startApiServer, type ApiServer } from "../../support/api-server.ts";
import { describeWith } from "../../support/requirements.ts";

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  items?: Schema;
  additionalProperties?: Schema;
  properties?: Record<string, Schema>;
  "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string }[];
}

/** A field of an alpha version of generic ephemeral volumes, which 1.21 no longer had. */
const LEFT_OUT = ["readOnly of io.k8s.api.core.v1.EphemeralVolumeSource"];

describeWith([apiServer], "every field of Kubernetes 1.20 is in the table", () => {
  let server: ApiServer;
  let definitions: Record<string, Schema>;
  beforeAll(async () => {
    server = await startApiServer();
    const { stdout } = await server.kubectl(["get", "--raw", "/openapi/v2"]);
    ({ definitions } = JSON.parse(stdout) as { definitions: Record<string, Schema> });
  });
  afterAll(() => server?.stop());

  test("with its type", () => {
    const differences = new Set<string>();
    const compared = new Set<Fields>();
    for (const [name, { "x-kubernetes-group-version-kind": names = [] }] of Object.entries(definitions)) {
      for (const { group, version, kind } of names) {
        const apiVersion = group === "" ? version : `${group}/${version}`;
        const known = kindsOf(apiVersion).get(kind);
        if (known && !findRemoved({ apiVersion, kind })) compareFields(name, known.fields(), differences, compared);
      }
    }
    expect([...differences].toSorted()).toEqual(LEFT_OUT);
    expect(compared.size).toBeGreaterThan(250);
  });

  test("and every kind that it stores in a stable version", () => {
    const missing = Object.keys(definitions).filter((name) => {
      const [identity] = definitions[name]!["x-kubernetes-group-version-kind"] ?? [];
      if (!identity || !/^v\d+$/.test(identity.version) || !/^io\.k8s\.api\.(?!admission\.)/.test(name)) return false;
      const { group, version, kind } = identity;
      return !kind.endsWith("List") && !kindsOf(group === "" ? version : `${group}/${version}`).has(kind);
    });
    expect(missing).toEqual([]);
  });

  function compareFields(name: string, fields: Fields, differences: Set<string>, compared: Set<Fields>): void {
    if (compared.has(fields)) return;
    compared.add(fields);
    for (const [key, schema] of Object.entries(definitions[name]!.properties ?? {})) {
      const field = fields.get(key);
      if (field) compareType(`${key} of ${name}`, schema, field.type, differences, compared);
      else differences.add(`${key} of ${name}`);
    }
  }

  function compareType(
    at: string,
    schema: Schema,
    type: FieldType,
    differences: Set<string>,
    compared: Set<Fields>,
  ): void {
    const name = schema.$ref?.replace("#/definitions/", "");
    const target = name === undefined ? schema : definitions[name]!;
    if (type.form === "object" && name !== undefined) compareFields(name, type.fields(), differences, compared);
    else if (type.form === "list" && target.items) compareType(at, target.items, type.of, differences, compared);
    else if (type.form === "map" && target.additionalProperties)
      compareType(at, target.additionalProperties, type.of, differences, compared);
    else if (!FORMS[formOf(target)]?.includes(type.form)) differences.add(`${at}: ${formOf(target)}, ${type.form}`);
  }
});

function formOf({ type = "any", format }: Schema): string {
  return format === undefined ? type : `${type} ${format}`;
}

/** OpenAPI's types and formats, and those of the table; `string` may have become one of several words. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  string: ["text", "one-of", "quantity"],
  "string byte": ["base64"],
  "string date-time": ["time"],
  "string int-or-string": ["number-or-text"],
  boolean: ["boolean"],
  "integer int32": ["int32"],
  "integer int64": ["int64"],
  "number double": ["number"],
  any: ["any", "either"],
  object: ["any", "map"],
};
