/** The rows of the tables in this folder, and the functions that apply them. */
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { describeValue, type Decoder } from "./decoders.js";
import { parsePath, type Target } from "./draft.js";

/** A value of the old object. */
export interface Field {
  value: unknown;
  path: NodePath;
}

/** The fields of a mapping by their names in the table. */
export type Fields = ReadonlyMap<string, Field>;

/** Upgrades one key: `fields` are all fields of the mapping. */
export type Rule = (field: Field, target: Target, fields: Fields) => void;

/** The table of one type of an old version, in the order in which v1 is written. */
export interface Shape {
  rules: Readonly<Record<string, Rule>>;
  /** For rules that depend on several keys, or on an absent key; `self` is the mapping itself. */
  finish?: (fields: Fields, target: Target, self: Field) => void;
}

/** Applies the rows to a mapping. The old decoder treated null as absent, and ignored the case of keys. */
export function applyShape(shape: Shape, field: Field, target: Target): void {
  if (!expectMapping(field, target)) return;
  const fields = collectFields(shape, field, target);
  for (const [key, rule] of Object.entries(shape.rules)) {
    const known = fields.get(key);
    if (known) rule(known, target, fields);
  }
  shape.finish?.(fields, target, field);
}

/** Writes the value at `to`, a path with dots. */
export function move(to: string, decoder: Decoder): Rule {
  const path = parsePath(to);
  return (field, target) => {
    const value = decode(field, decoder, target);
    if (value !== null) target.set(path, value, field.path);
  };
}

/** Applies a table to a mapping, which is at `to` in v1; null if it has no separate mapping there. */
export function inside(shape: Shape, to: string | null): Rule {
  const path = to === null ? [] : parsePath(to);
  return (field, target) => {
    if (to !== null && isMapping(field.value)) target.set(path, {}, field.path);
    applyShape(shape, field, target.at(path));
  };
}

/** Applies a table to every mapping of a list. */
export function each(shape: Shape, to: string): Rule {
  const path = parsePath(to);
  return (field, target) => {
    if (!Array.isArray(field.value)) return reportType(field, "a list", target);
    if (field.value.length > 0) target.set(path, [], field.path);
    field.value.forEach((value: unknown, index) => {
      const item = { value, path: [...field.path, index] };
      target.set([...path, index], {}, item.path);
      applyShape(shape, item, target.at([...path, index]));
    });
  };
}

/** Writes each value of a mapping, whose keys users choose, below `to`. */
export function eachValue(decoderOf: (key: string) => Decoder, to: string): Rule {
  const path = parsePath(to);
  return (field, target) => {
    if (!expectMapping(field, target)) return;
    for (const [key, inner] of Object.entries(field.value as Record<string, unknown>)) {
      const from = [...field.path, key];
      const value = inner === null ? null : decode({ value: inner, path: from }, decoderOf(key), target);
      if (value !== null) target.set([...path, key], value, from);
    }
  };
}

/** Omits a key that v1 does not have; its type is still checked. */
export function gone(reason: string, decoder?: Decoder): Rule {
  return (field, target) => {
    if (decoder) decode(field, decoder, target);
    target.report("upgrade-key-gone", field.path, { key: nameOf(field), reason });
  };
}

/** Applies the rule only if the key `by` is absent. */
export function unless(by: string, rule: Rule): Rule {
  return (field, target, fields) => {
    if (isGiven(fields.get(by))) target.report("upgrade-key-overridden", field.path, { key: nameOf(field), by });
    else rule(field, target, fields);
  };
}

/** Whether a field has a value that the old decoder distinguished from none. */
export function isGiven(field: Field | undefined): boolean {
  const value = field?.value ?? null;
  return value !== null && value !== "" && value !== 0 && !(Array.isArray(value) && value.length === 0);
}

/** The decoded value; null if there is none or, with a finding, if it has the wrong type. */
export function decode(field: Field, { expected, decode: decodeValue }: Decoder, target: Target): unknown {
  const value = decodeValue(field.value);
  if (value === undefined) reportType(field, expected, target);
  return value ?? null;
}

/** Reports that the field does not have the expected type. */
export function reportType(field: Field, expected: string, target: Target): void {
  const { version } = target;
  target.report("upgrade-type", field.path, {
    version,
    key: nameOf(field),
    expected,
    found: describeValue(field.value),
  });
}

/** The name of a field in messages: its key, or the list and the index, counted from 0. */
function nameOf({ path }: Field): string {
  const last = path.at(-1) ?? "the object";
  return typeof last === "number" ? `${path.at(-2) ?? ""}[${last}]` : last;
}

function expectMapping(field: Field, target: Target): boolean {
  if (isMapping(field.value)) return true;
  reportType(field, "a mapping", target);
  return false;
}

function collectFields({ rules }: Shape, { value, path }: Field, target: Target): Map<string, Field> {
  const names = new Map(Object.keys(rules).map((key) => [key.toLowerCase(), key]));
  const fields = new Map<string, Field>();
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    const field = { value: inner, path: [...path, key] };
    const name = names.get(key.toLowerCase());
    const earlier = fields.get(name ?? "");
    if (earlier) target.report("upgrade-key-overridden", earlier.path, { key: nameOf(earlier), by: key });
    if (!name) target.report("upgrade-key-unknown", field.path, { version: target.version, key });
    else if (inner !== null) fields.set(name, field);
  }
  return fields;
}
