/** An object and its fields → what an API server or kubectl rejects in it by their types alone. */
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Field, Fields, FieldType } from "./field-table.js";
import { fitsBasic } from "./fits-basic.js";
import { suggestField, type Suggestion } from "./suggest-field.js";

/** What is wrong with the value at `path`. */
export type FieldProblem = { path: NodePath } & (
  | { problem: "unknown"; suggestion: Suggestion | null }
  /** The mapping at `path` lacks `key`. */
  | { problem: "missing"; key: string }
  | { problem: "type"; type: FieldType; value: unknown }
  /** An item of a list, or a value of a map, is null. */
  | { problem: "empty" }
  /** Not all releases have the field. */
  | { problem: "age"; age: NonNullable<Field["age"]> }
);

/** An object on the way from the root to a value. */
export interface Level {
  fields: Fields;
  value: Readonly<Record<string, unknown>>;
  /** How many keys lead to it. */
  depth: number;
}

/** Finds all problems, in the order of the fields. A null is read as absent, as servers do. */
export function findFieldProblems(object: Record<string, unknown>, fields: Fields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const path: (string | number)[] = [];
  const levels: Level[] = [];
  visitObject(object, fields, false);
  return problems;

  function visitObject(value: Record<string, unknown>, known: Fields, isLenient: boolean): void {
    const level = { fields: known, value, depth: path.length };
    levels.push(level);
    for (const key in value) {
      path.push(key);
      visitField(value[key], known.get(key), isLenient);
      path.pop();
    }
    // Servers drop the status of a new object.
    for (const key of path[0] === "status" ? [] : requiredIn(known)) {
      if ((value[key] ?? null) !== null || isMisspelt(level, key)) continue;
      problems.push({ problem: "missing", path: [...path], key });
    }
    levels.pop();
  }

  function visitField(value: unknown, field: Field | undefined, isLenient: boolean): void {
    if (field) {
      if (field.age !== null) problems.push({ problem: "age", path: [...path], age: field.age });
      if (value !== null) visit(value, field.type, isLenient);
    } else if (!isLenient) {
      problems.push({ problem: "unknown", path: [...path], suggestion: suggestField(path, levels) });
    }
  }

  function visit(value: unknown, type: FieldType, isLenient: boolean): void {
    if (type.form === "object" && isMapping(value)) visitObject(value, type.fields(), isLenient);
    else if (type.form === "list" && Array.isArray(value))
      value.forEach((item, index) => visitPart(index, item, type.of, isLenient));
    else if (type.form === "map" && isMapping(value)) {
      for (const key in value) visitPart(key, value[key], type.of, isLenient);
    } else if (type.form === "either") visitEither(value, type);
    else if (!fitsBasic(value, type)) problems.push({ problem: "type", path: [...path], type, value });
  }

  function visitPart(key: string | number, value: unknown, type: FieldType, isLenient: boolean): void {
    path.push(key);
    if (value !== null) visit(value, type, isLenient);
    else if (type.form !== "any") problems.push({ problem: "empty", path: [...path] });
    path.pop();
  }

  /**
   * The server decodes alternatives with functions of their own, which drop unknown fields without a word
   * (apiextensions-apiserver, pkg/apis/apiextensions/v1/marshal.go).
   */
  function visitEither(value: unknown, either: FieldType & { form: "either" }): void {
    const type = either.types.find(({ form }) =>
      Array.isArray(value) ? form === "list" : isMapping(value) ? form === "object" : form === typeof value,
    );
    if (type) visit(value, type, true);
    else problems.push({ problem: "type", path: [...path], type: either, value });
  }

  /** Whether an unknown field stands for the missing one: that is one mistake. */
  function isMisspelt(level: Level, missing: string): boolean {
    return Object.keys(level.value).some(
      (key) => !level.fields.has(key) && suggestField([...path, key], [level])?.field === missing,
    );
  }
}

const REQUIRED = new WeakMap<Fields, readonly string[]>();

/** Looked up once for the many objects of a kind, such as the schemas in a definition. */
function requiredIn(fields: Fields): readonly string[] {
  const known = REQUIRED.get(fields) ?? [...fields].filter(([, { required }]) => required).map(([key]) => key);
  REQUIRED.set(fields, known);
  return known;
}
