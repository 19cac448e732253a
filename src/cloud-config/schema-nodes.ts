/** A subschema → the subschemas inside it that apply to a value. */
import type { JsonSchema } from "../model.js";
import { isMapping } from "../yaml/is-mapping.js";

/** A subschema and its JSON pointer. */
export interface SchemaNode {
  schema: JsonSchema;
  pointer: string;
}

/** A subschema, and the value that it applies to: that of its parent, or the one inside it at the keys. */
export interface SchemaChild {
  node: SchemaNode;
  value: unknown;
  keys: (string | number)[];
}

/** The subschemas that must all match, by draft 4; for oneOf and anyOf see {@link listSubschemas}. */
export function listChildren(node: SchemaNode, value: unknown, root: JsonSchema): SchemaChild[] {
  const same = [...listReferred(node.schema, root), ...listSubschemas(node, "allOf")];
  return [...same.map((child) => ({ node: child, value, keys: [] })), ...listInner(node, value)];
}

const answers = new WeakMap<JsonSchema, boolean>();

/** Whether anything inside it, or that it refers to, is deprecated: most modules have nothing, and need no walk. */
export function mayDeprecate(schema: JsonSchema, root: JsonSchema): boolean {
  const known = answers.get(schema);
  if (known !== undefined) return known;
  answers.set(schema, false);
  const referred = listReferred(schema, root).map((node) => node.schema);
  const inner = [...Object.values(schema).flat(), ...referred].filter(isMapping);
  const answer = schema["deprecated"] === true || inner.some((each) => mayDeprecate(each, root));
  answers.set(schema, answer);
  return answer;
}

/** The target of a `$ref` inside the same schema. */
export function listReferred(schema: unknown, root: JsonSchema): SchemaNode[] {
  const reference = isMapping(schema) ? schema["$ref"] : null;
  if (typeof reference !== "string" || !reference.startsWith("#/")) return [];
  const keys = reference.slice(2).split("/").map(decodeKey);
  const target = keys.reduce<unknown>((inner, key) => (isMapping(inner) ? inner[key] : undefined), root);
  return isMapping(target) ? [{ schema: target, pointer: reference.slice(1) }] : [];
}

/** The subschemas that a keyword lists. */
export function listSubschemas({ schema, pointer }: SchemaNode, keyword: string): SchemaNode[] {
  const list = schema[keyword];
  if (!Array.isArray(list)) return [];
  return list.flatMap((inner, index) =>
    isMapping(inner) ? [{ schema: inner, pointer: `${pointer}/${keyword}/${index}` }] : [],
  );
}

function listInner(node: SchemaNode, value: unknown): SchemaChild[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => pair(schemasOfItem(node, index), item, index));
  }
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => pair(schemasOfKey(node, key), inner, key));
}

function pair(nodes: readonly SchemaNode[], value: unknown, key: string | number): SchemaChild[] {
  return nodes.map((node) => ({ node, value, keys: [key] }));
}

function schemasOfItem({ schema, pointer }: SchemaNode, index: number): SchemaNode[] {
  const { items, additionalItems } = schema;
  if (!Array.isArray(items)) return toNodes(items, `${pointer}/items`);
  if (index < items.length) return toNodes(items[index], `${pointer}/items/${index}`);
  return toNodes(additionalItems, `${pointer}/additionalItems`);
}

function schemasOfKey({ schema, pointer }: SchemaNode, key: string): SchemaNode[] {
  const { properties, patternProperties, additionalProperties } = schema;
  const named = isMapping(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  const patterns = isMapping(patternProperties) ? Object.keys(patternProperties) : [];
  const nodes = [
    ...toNodes(named, `${pointer}/properties/${encodeKey(key)}`),
    ...patterns
      .filter((pattern) => new RegExp(pattern).test(key))
      .flatMap((pattern) =>
        toNodes((patternProperties as JsonSchema)[pattern], `${pointer}/patternProperties/${encodeKey(pattern)}`),
      ),
  ];
  return nodes.length > 0 ? nodes : toNodes(additionalProperties, `${pointer}/additionalProperties`);
}

function toNodes(schema: unknown, pointer: string): SchemaNode[] {
  return isMapping(schema) ? [{ schema, pointer }] : [];
}

/** RFC 6901, and percent-encoded as in a reference, because ajv decodes the pointers that it gets. */
function encodeKey(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function decodeKey(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}
