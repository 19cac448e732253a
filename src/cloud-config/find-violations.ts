/** A value and the JSON schema that judges it → what is wrong with it, one violation a place. */
import type { ErrorObject } from "ajv";
import type { BrokenRule, Deprecation } from "../findings/schema.js";
import type { JsonSchema } from "../model.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import type { Validator } from "./compile-schema.js";
import { listChildren, listSubschemas, mayDeprecate, type SchemaNode } from "./schema-nodes.js";

/** What a schema says against a value, or against a part of it. */
export interface Violation {
  /** The keys and indexes that lead to the part. */
  path: NodePath;
  /** JSON pointer of the rule in the schema. */
  rule: string;
  /** The rules that are broken: several where the part has none of the allowed forms. */
  broken: BrokenRule[];
  /** Set where the part is allowed, but should not be used any more. */
  deprecation: Deprecation | null;
}

/** Everything that the schema says, from the outside in. */
export function findViolations(value: unknown, schema: JsonSchema, validator: Validator): Violation[] {
  const errors = validator.findErrors(value);
  const walk: Walk = { schema, validator, errors: groupErrors(errors) };
  const found = walkNode({ schema, pointer: "" }, value, [], walk);
  // Whatever the walk has no eye for: what ajv refuses is refused.
  const missed = errors.length > 0 && found.every(({ deprecation }) => deprecation !== null);
  return missed ? [violation([], "", errors), ...found] : oneForEachPlace(found);
}

interface Walk {
  schema: JsonSchema;
  validator: Validator;
  /** By the subschema that says so, for ajv's own paths break off at references; then by the value's pointer. */
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

/** What is deprecated counts where the value has that form, which ajv doesn't tell: only then it is asked. */
function findDeprecatedForm(forms: readonly SchemaNode[], value: unknown, path: NodePath, walk: Walk): Violation[] {
  if (!forms.some(({ schema }) => mayDeprecate(schema, walk.schema))) return [];
  const taken = forms.find(({ pointer }) => walk.validator.accepts(pointer, value));
  return taken ? walkNode(taken, value, path, walk) : [];
}

/** The form that the value was probably meant to have, or all forms where it is nothing like any of them. */
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

/** What all forms say of the same place, as one violation. */
function joinForms(found: readonly Violation[]): Violation[] {
  const [first] = found;
  return first ? [{ ...first, broken: found.flatMap(({ broken }) => broken) }] : [];
}

/** Whether the value at that depth is of another type altogether, or none of the values of a list. */
function isOfOtherForm({ path, broken }: Violation, depth: number): boolean {
  return path.length === depth && broken.some(({ keyword }) => keyword === "type" || keyword === "enum");
}

/** A key that names the form, as `type` does, weighs more than what is wrong inside of the form. */
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
