/** What is wrong with a value of cloud-config. */
import type { NodePath } from "../yaml/locate-nodes.js";
import { isNumber } from "./fits-scalar.js";
import { listForms, type ValueType } from "./value-type.js";

/** What is wrong at a place. */
export interface TypeProblem {
  path: NodePath;
  value: unknown;
  problem: Problem;
  /** What the place takes; of a key that is wrong, the mapping that it is in. */
  valueType: ValueType;
  /** Whether the module does what is meant all the same. */
  isTolerated: boolean;
}

/** What is wrong. */
export type Problem =
  | { kind: MisfitKind | "repeated-item" }
  /** The last of the path is a key that the mapping doesn't have. */
  | { kind: "unknown-key"; known: readonly string[] }
  /** The last of the path is a key that is not named as `words` say. */
  | { kind: "key-form"; words: string }
  /** One of these keys must be there. */
  | { kind: "missing-key"; keys: readonly string[] }
  /** Only one of these keys may be there. */
  | { kind: "keys-apart"; keys: readonly string[] }
  | { kind: "count"; least: number; most: number; found: number };

/**
 * `not-text`: YAML took for something else what was probably meant as text. `not-mode`: the same for file
 * modes. `not-allowed`: a value of the right kind, but not one of those that are allowed.
 */
export type MisfitKind = "wrong-kind" | "not-text" | "not-mode" | "not-allowed";

/** The problem of a value that has none of the forms that the type allows. */
export function misfit(value: unknown, valueType: ValueType, path: NodePath): TypeProblem {
  return { path, value, problem: { kind: nameMisfit(value, valueType) }, valueType, isTolerated: false };
}

/** Whether it is about the value as a whole: its kind. */
export function isMisfit({ problem, path }: TypeProblem, depth: number): boolean {
  return path.length === depth && (problem.kind === "wrong-kind" || problem.kind.startsWith("not-"));
}

function nameMisfit(value: unknown, valueType: ValueType): MisfitKind {
  const kinds = new Set<string>(listForms(valueType).map(({ kind }) => kind));
  const isSpecial = isNumber(value) || typeof value === "boolean" || value instanceof Date;
  if (kinds.has("mode") && isNumber(value)) return "not-mode";
  if (isSpecial && kinds.has("text")) return "not-text";
  const isLimited = kinds.has("oneOf") || (typeof value === "string" ? kinds.has("text") : isOfNumbers(value, kinds));
  return isLimited && (isSpecial || typeof value === "string") ? "not-allowed" : "wrong-kind";
}

function isOfNumbers(value: unknown, kinds: ReadonlySet<string>): boolean {
  return isNumber(value) && (kinds.has("number") || (kinds.has("integer") && !String(value).includes(".")));
}
