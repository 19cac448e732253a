/** A value and its JSON schema → its errors, one violation per path. */
import type { ErrorObject } from "ajv";
import type { BrokenRule, Deprecation } from "../findings/schema.js";
import type { JsonSchema } from "../model.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import type { Validator } from "./compile-schema.js";
import { listChildren, listSubschemas, mayDeprecate, type SchemaNode } from "./schema-nodes.js";

/** What a schema reports about a value, or about a part of it. */
export interface Violation {
  /** The keys and indexes that lead to the part. */
  path: NodePath;
  /** JSON pointer of the rule in the schema. */
  rule: string;
  /** The broken rules: several if the part has none of the allowed forms. */
  broken: BrokenRule[];
  /** Set if the part is allowed, but deprecated. */
  deprecation: Deprecation | null;
}

/** All violations, from the outside in. */
export function findViolations(value: unknown, schema: JsonSchema, validator: Validator): Violation[] {
  const errors = validator.findErrors(value);
  const walk: Walk = { schema, validator, errors: groupErrors(errors) };
  const found = walkNode({ schema, pointer: "" }, value, [], walk);
  // The walk may miss an error, but every value that ajv rejects is rejected.
  const missed = errors.length > 0 && found.every(({ deprecation }) => deprecation !== null);
  return missed ? [violation([], "", errors), ...found] : oneForEachPlace(found);
}

interface Walk {
  schema: JsonSchema;
  validator: Validator;
  /** By the reporting subschema, because ajv's own paths end at references; then by the value's pointer. */
  errors: ReadonlyMap<unknown, ReadonlyMap<string, readonly ErrorObject[]>>;
}

function groupErrors(errors: readonly ErrorObject[]): Map<unknown, Map<string, ErrorObject[]>> {
  const groups = new Map<unknown, Map<string, ErrorObject[]>>();
  for (const error of errors) {
    const group = groups.get(error.parentSchema) ?? new Map<string, ErrorObject[]>();
    groups.set(error.parentSchema, group);
    const alike = group.get(error.instancePath) ?? [];
    group.set(error.instancePath, alike);
    alike.push(error);
  }
  return groups;
}

function walkNode(node: SchemaNode, value: unknown, path: NodePath, walk: Walk): Violation[] {
  if (walk.errors.size === 0 && !mayDeprecate(node.schema, walk.schema)) return [];
  const errors = walk.errors.get(node.schema)?.get(toPointer(path)) ?? [];
  const own = errors.filter(({ keyword, params }) => !FORMS.includes(keyword) || params["passingSchemas"]);
  return [
    ...findDeprecation(node, path),
    ...own.map((error) => violation(path, `${node.pointer}/${error.keyword}`, [error])),
    ...listChildren(node, value, walk.schema).flatMap((child) =>
      walkNode(child.node, child.value, [...path, ...child.keys], walk),
    ),
    ...FORMS.flatMap((keyword) => {
      const forms = listSubschemas(node, keyword);
      const failed = errors.some((error) => error.keyword === keyword);
      if (!failed) return findDeprecatedForm(forms, value, path, walk);
      return own.some((error) => error.keyword === keyword) ? [] : explainForms(forms, value, path, walk);
    }),
  ];
}

/** The keywords that list forms, of which a value must have one. */
const FORMS = ["oneOf", "anyOf"];

function violation(path: NodePath, rule: string, errors: readonly ErrorObject[]): Violation {
  return { path, rule, broken: errors.map(({ keyword, params }) => ({ keyword, params })), deprecation: null };
}

function findDeprecation({ schema, pointer }: SchemaNode, path: NodePath): Violation[] {
  if (schema["deprecated"] !== true) return [];
  const text = schema["deprecated_description"] ?? schema["description"];
  const since = schema["deprecated_version"];
  const deprecation = {
    since: typeof since === "string" ? since : null,
    text: typeof text === "string" ? text : null,
  };
  return [{ path, rule: `${pointer}/deprecated`, broken: [], deprecation }];
}

/** A deprecation applies if the value has that form, which ajv does not report: only then it is asked. */
function findDeprecatedForm(forms: readonly SchemaNode[], value: unknown, path: NodePath, walk: Walk): Violation[] {
  if (!forms.some(({ schema }) => mayDeprecate(schema, walk.schema))) return [];
  const taken = forms.find(({ pointer }) => walk.validator.accepts(pointer, value));
  return taken ? walkNode(taken, value, path, walk) : [];
}

/** The form that was probably meant, or all forms if the value resembles none of them. */
function explainForms(forms: readonly SchemaNode[], value: unknown, path: NodePath, walk: Walk): Violation[] {
  const explained = forms
    .map((form) => walkNode(form, value, path, walk).filter(({ deprecation }) => deprecation === null))
    .filter((found) => found.length > 0);
  const alike = explained.filter((found) => !found.some((each) => isOfOtherForm(each, path.length)));
  const [best] = alike.toSorted((a, b) => costOf(a, path) - costOf(b, path));
  if (!best) return joinForms(explained.flat().filter((each) => isOfOtherForm(each, path.length)));
  const name = best.find((each) => isOfOtherForm(each, path.length + 1));
  return name ? joinForms(alike.flat().filter((each) => toPointer(each.path) === toPointer(name.path))) : best;
}

/** The errors of all forms at the same path, as one violation. */
function joinForms(found: readonly Violation[]): Violation[] {
  const [first] = found;
  return first ? [{ ...first, broken: found.flatMap(({ broken }) => broken) }] : [];
}

/** Whether the value at that depth has another type, or is not in the list of allowed values. */
function isOfOtherForm({ path, broken }: Violation, depth: number): boolean {
  return path.length === depth && broken.some(({ keyword }) => keyword === "type" || keyword === "enum");
}

/** An error in a key that names the form, such as `type`, counts more than errors inside the form. */
function costOf(found: readonly Violation[], path: NodePath): number {
  const named = found.filter((each) => isOfOtherForm(each, path.length + 1));
  return found.length + 10 * named.length;
}

function oneForEachPlace(found: readonly Violation[]): Violation[] {
  const seen = new Set<string>();
  return found.filter(({ path, broken, deprecation }) => {
    const key = JSON.stringify([path, deprecation === null ? (broken[0]?.params["additionalProperty"] ?? null) : 0]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** RFC 6901, as ajv writes it. */
export function toPointer(path: NodePath): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
