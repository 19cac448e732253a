/** A value and its type → where they don't match. */
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import type { ValueType } from "./value-type.js";

/** A problem at a path. */
export interface TypeProblem {
  path: NodePath;
  value: unknown;
  /** `unknown-key`: the last of `path` is a key that `valueType`, a mapping, doesn't have. */
  problem: "wrong-kind" | "not-text" | "not-mode" | "unknown-key";
  valueType: ValueType;
}

/** All type errors, from the top down; does not descend into values of the wrong kind. */
export function findTypeErrors(value: unknown, valueType: ValueType, path: NodePath = []): TypeProblem[] {
  const fitting = valueType.kind === "either" ? valueType.of.find((each) => isOfKind(value, each)) : valueType;
  if (!fitting || !isOfKind(value, fitting))
    return [{ path, value, problem: nameProblem(value, valueType), valueType }];
  if (fitting.kind === "list") {
    return (value as unknown[]).flatMap((item, index) => findTypeErrors(item, fitting.of, [...path, index]));
  }
  if (fitting.kind === "names") {
    return Object.entries(value as object).flatMap(([key, item]) => findTypeErrors(item, fitting.of, [...path, key]));
  }
  if (fitting.kind !== "mapping") return [];
  return Object.entries(value as object).flatMap(([key, item]) => {
    const inner = Object.hasOwn(fitting.keys, key) ? fitting.keys[key] : undefined;
    if (inner) return findTypeErrors(item, inner, [...path, key]);
    return [{ path: [...path, key], value: item, problem: "unknown-key" as const, valueType: fitting }];
  });
}

function isOfKind(value: unknown, { kind }: ValueType): boolean {
  switch (kind) {
    case "any":
      return true;
    case "nothing":
      return value === null;
    case "text":
      // cloud-init treats bytes as text.
      return typeof value === "string" || value instanceof Uint8Array;
    case "mode":
      return typeof value === "string";
    case "flag":
      return typeof value === "boolean";
    case "number":
      return isNumber(value);
    case "list":
      return Array.isArray(value);
    case "mapping":
    case "names":
      return isMapping(value);
    case "either":
      return false;
  }
}

/** A scalar that is not text, where text is allowed, is one that YAML read as another type. */
function nameProblem(value: unknown, valueType: ValueType): TypeProblem["problem"] {
  const kinds = new Set((valueType.kind === "either" ? valueType.of : [valueType]).map(({ kind }) => kind));
  if (kinds.has("mode") && isNumber(value)) return "not-mode";
  const isScalar = isNumber(value) || typeof value === "boolean" || value instanceof Date;
  return isScalar && (kinds.has("text") || kinds.has("mode")) ? "not-text" : "wrong-kind";
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint";
}
