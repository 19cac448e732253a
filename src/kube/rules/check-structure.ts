/** Whether a schema of a definition is structural, which servers demand (apiextensions-apiserver, pkg/apiserver/schema). */
import { isMapping } from "../../yaml/is-mapping.js";
import { getAt } from "../get-at.js";
import type { Complain } from "./complain.js";
import { at, entriesAt, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import { checkChoice, forbid, rejectValue, requireFilled } from "./values.js";

/** Checks the root of a schema: an object. */
export function checkStructure(root: Cursor): void {
  if (!isMapping(root.value) || Object.keys(root.value).length === 0) return;
  const type = textAt(root, "type");
  if (type !== null && type !== "object") rejectValue(at(root, "type"), "use `object`, which every custom object is");
  if (getAt(root.value, ["nullable"]) === true) forbid(root, "nullable", "at the root of a schema");
  for (const [key] of entriesAt(root, "properties", "metadata", "properties")) {
    if (key === "name" || key === "generateName") continue;
    forbid(at(root, "properties", "metadata", "properties"), key, "in the schema of the metadata");
  }
  walkSchemas(root.value, [...root.path], root.complain);
}

/**
 * Large definitions have tens of thousands of schemas, nearly all of them plain: only the others get a cursor.
 *
 * @param path of the schema; the same list for all of them
 */
function walkSchemas(schema: unknown, path: (string | number)[], complain: Complain): void {
  if (!isMapping(schema)) return;
  if (!isPlain(schema)) checkSchema({ value: schema, path: [...path], complain });
  const { properties, items, additionalProperties } = schema;
  if (isMapping(properties)) {
    for (const [key, property] of Object.entries(properties)) {
      path.push("properties", key);
      walkSchemas(property, path, complain);
      path.length -= 2;
    }
  }
  for (const [key, inner] of [
    ["items", items],
    ["additionalProperties", additionalProperties],
  ] as const) {
    path.push(key);
    walkSchemas(inner, path, complain);
    path.length -= 1;
  }
}

/** Keywords that a schema with a type may have, whatever their values. */
const PLAIN = new Set(["default", "description", "enum", "format", "maximum", "minimum", "required", "type"]);
const CONTAINERS: Readonly<Record<string, string>> = { array: "items", object: "properties" };

/** Whether no rule can be broken: a known type, and what belongs to it. */
function isPlain(schema: Record<string, unknown>): boolean {
  const { type } = schema;
  if (typeof type !== "string" || !TYPES.includes(type)) return false;
  const inner = CONTAINERS[type];
  return Object.keys(schema).every((key) => PLAIN.has(key) || key === inner) && (type !== "array" || "items" in schema);
}

const INT_OR_STRING = "x-kubernetes-int-or-string";
const ANYTHING = "x-kubernetes-preserve-unknown-fields";

const TYPES = ["array", "boolean", "integer", "number", "object", "string"];

/** Keywords of JSON Schema that no definition may have. */
const UNKNOWN = ["$ref", "definitions", "dependencies", "deprecated", "id", "patternProperties", "$schema"];

function checkSchema(schema: Cursor): void {
  const { value, path, complain } = schema;
  const isFree = [INT_OR_STRING, ANYTHING].some((key) => getAt(value, [key]) === true);
  const type = textAt(schema, "type") ?? "";
  if (type === "" && !isFree && !has(schema, "$ref")) complain("v1-required", path, { key: "type" });
  if (type !== "") checkChoice(at(schema, "type"), TYPES);
  if (type === "array" && !has(schema, "items")) complain("v1-required", path, { key: "items" });
  checkListType(schema);
  checkPattern(at(schema, "pattern"));
  if (has(schema, "properties") && isMapping(getAt(value, ["additionalProperties"]))) {
    complain("v1-conflict", [...path, "additionalProperties"], {
      key: "additionalProperties",
      other: "properties",
      fix: null,
    });
  }
  for (const key of UNKNOWN) forbid(schema, key, "in the schema of a definition");
  if (getAt(value, ["uniqueItems"]) === true) forbid(schema, "uniqueItems", "`true` in the schema of a definition");
  for (const key of ["allOf", "anyOf", "oneOf"]) for (const branch of itemsAt(schema, key)) checkBranch(branch, isFree);
  checkBranch(at(schema, "not"), isFree);
}

const LIST_TYPE = "x-kubernetes-list-type";
const LIST_KEYS = "x-kubernetes-list-map-keys";

function checkListType(schema: Cursor): void {
  checkChoice(at(schema, LIST_TYPE), ["atomic", "map", "set"]);
  if (textAt(schema, LIST_TYPE) === "map") requireFilled(schema, LIST_KEYS);
}

/** Go's regular expressions look neither ahead nor behind (RE2, syntax). */
function checkPattern(pattern: Cursor): void {
  if (/\(\?(?:=|!|<[=!])/.test(textAt(pattern) ?? "")) rejectValue(pattern, "write it without `(?=`, `(?!` and `(?<`");
}

/** What only the structure itself may say, not its branches. */
const STRUCTURE = ["additionalProperties", "default", "description", "nullable", "title"];

function checkBranch(branch: Cursor, isFree: boolean): void {
  if (!isMapping(branch.value)) return;
  for (const key of isFree ? STRUCTURE : [...STRUCTURE, "type"]) forbid(branch, key, "in a branch of a schema");
  for (const [, property] of entriesAt(branch, "properties")) checkBranch(property, isFree);
  checkBranch(at(branch, "items"), isFree);
  for (const key of ["allOf", "anyOf", "oneOf"]) for (const inner of itemsAt(branch, key)) checkBranch(inner, isFree);
  checkBranch(at(branch, "not"), isFree);
}
