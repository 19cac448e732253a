import { kindsOf, type Field, type Fields } from "./field-table.js";

/** Whether the kind extends Kubernetes, by a definition or by an API server of its own: all of its groups have a dot. */
export function isExtension(apiVersion: string, kind: string): boolean {
  return /^[^/]+\.[^/]+\//.test(apiVersion) && !kindsOf(apiVersion).has(kind);
}

const ANY: Field = { type: { form: "any" }, required: false, age: null };

/** The fields of an object of such a kind: the metadata is that of every object, and all others are allowed. */
export function extensionFields(object: Readonly<Record<string, unknown>>): Fields {
  const metadata = kindsOf("v1").get("ConfigMap")!.fields().get("metadata")!;
  const others = Object.keys(object).map((key): [string, Field] => [key, ANY]);
  return new Map([...others, ["metadata", metadata]]);
}
