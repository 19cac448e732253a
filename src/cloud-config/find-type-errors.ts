/** A value and its type → where the one does not fit the other. */
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import { fitsScalar } from "./fits-scalar.js";
import { isMisfit, misfit, type Problem, type TypeProblem } from "./type-problem.js";
import type { TypeOf, ValueType } from "./value-type.js";
import { textOf } from "../text/text-of.js";

/** All misfits, from the top down; inside of a value of the wrong kind nothing is looked at. */
export function findTypeErrors(value: unknown, valueType: ValueType, path: NodePath = []): TypeProblem[] {
  switch (valueType.kind) {
    case "either":
      return findInForms(value, valueType, path);
    case "lenient":
      return findInLenient(value, valueType, path);
    case "list":
      return Array.isArray(value) ? findInList(value, valueType, path) : [misfit(value, valueType, path)];
    case "names":
      return isMapping(value) ? findInNames(value, valueType, path) : [misfit(value, valueType, path)];
    case "mapping":
      return isMapping(value) ? findInMapping(value, valueType, path) : [misfit(value, valueType, path)];
    case "variants":
      return isMapping(value) ? findInVariant(value, valueType, path) : [misfit(value, valueType, path)];
    default:
      return fitsScalar(value, valueType) ? [] : [misfit(value, valueType, path)];
  }
}

/** Nothing if one form fits; else what is wrong in the form that was probably meant. */
function findInForms(value: unknown, valueType: TypeOf<"either">, path: NodePath): TypeProblem[] {
  const explained: TypeProblem[][] = [];
  for (const form of valueType.of) {
    const found = findTypeErrors(value, form, path);
    if (found.length === 0) return [];
    if (!found.some((each) => isMisfit(each, path.length) && !each.isTolerated)) explained.push(found);
  }
  const [best] = explained.toSorted((x, y) => countErrors(x) - countErrors(y) || x.length - y.length);
  return best ?? [misfit(value, valueType, path)];
}

function countErrors(found: readonly TypeProblem[]): number {
  return found.filter(({ isTolerated }) => !isTolerated).length;
}

/** What the schema says, marked where the module does not mind. */
function findInLenient(value: unknown, { strict, loose }: TypeOf<"lenient">, path: NodePath): TypeProblem[] {
  const found = findTypeErrors(value, strict, path);
  if (found.length === 0) return [];
  const serious = findInForms(value, { kind: "either", of: [strict, loose] }, path).filter((each) => !each.isTolerated);
  const places = new Set(serious.map(describePlace));
  for (const each of found) each.isTolerated ||= !places.has(describePlace(each));
  return found;
}

/** A value that does not fit may be said to be of another kind by one form, and not allowed by another. */
function describePlace(found: TypeProblem): string {
  return JSON.stringify([found.path, isMisfit(found, found.path.length) ? "misfit" : found.problem.kind]);
}

function findInList(items: readonly unknown[], valueType: TypeOf<"list">, path: NodePath): TypeProblem[] {
  const { of, filled, least, most, unique } = valueType;
  const found = items.length;
  return [
    ...(found < least || found > most ? [report({ kind: "count", least, most, found }, items, valueType, path)] : []),
    ...(filled && found === 0 ? [reportEmpty(items, valueType, path)] : []),
    ...(unique ? findRepeated(items, valueType, path) : []),
    ...joinAlike(
      items.map((item, index) => findTypeErrors(item, of, [...path, index])),
      path.length + 1,
    ),
  ];
}

/** Where all items are of a wrong kind, the list as a whole was meant otherwise: that is one mistake. */
function joinAlike(found: readonly TypeProblem[][], depth: number): TypeProblem[] {
  const isOther = (each: TypeProblem): boolean => each.problem.kind === "wrong-kind" && each.path.length === depth;
  return found.every(([first]) => first && isOther(first)) ? found.slice(0, 1).flat() : found.flat();
}

function findRepeated(items: readonly unknown[], valueType: ValueType, path: NodePath): TypeProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const json = JSON.stringify(item);
    const isRepeated = seen.has(json);
    seen.add(json);
    return isRepeated ? [tolerate({ kind: "repeated-item" }, item, valueType, [...path, index])] : [];
  });
}

function findInNames(value: object, valueType: TypeOf<"names">, path: NodePath): TypeProblem[] {
  const { of, filled, form } = valueType;
  const entries = Object.entries(value);
  if (filled && entries.length === 0) return [reportEmpty(value, valueType, path)];
  return entries.flatMap(([key, item]) => {
    if (form === null || form.fits(key)) return findTypeErrors(item, of, [...path, key]);
    return [report({ kind: "key-form", words: form.words }, item, valueType, [...path, key])];
  });
}

function findInMapping(value: object, valueType: TypeOf<"mapping">, path: NodePath): TypeProblem[] {
  const { required, atLeastOne, apart, filled } = valueType;
  const has = (key: string): boolean => Object.hasOwn(value, key);
  const missing = required.filter((key) => !has(key)).map((key) => [key]);
  if (atLeastOne.length > 0 && !atLeastOne.some(has)) missing.push([...atLeastOne]);
  const entries = Object.entries(value);
  return [
    ...(filled && entries.length + missing.length === 0 ? [reportEmpty(value, valueType, path)] : []),
    ...missing.map((keys) => report({ kind: "missing-key", keys }, value, valueType, path)),
    ...apart
      .filter((keys) => keys.every(has))
      .map((keys) => report({ kind: "keys-apart", keys }, value, valueType, [...path, keys[1]])),
    ...entries.flatMap(([key, item]) => findAtKey(key, item, valueType, path)),
  ];
}

function findAtKey(key: string, item: unknown, valueType: TypeOf<"mapping">, path: NodePath): TypeProblem[] {
  const { keys, others, othersForm } = valueType;
  const at = [...path, key];
  if (Object.hasOwn(keys, key)) return findTypeErrors(item, keys[key]!, at);
  if (others && (othersForm?.fits(key) ?? true)) return findTypeErrors(item, others, at);
  return [report({ kind: "unknown-key", known: Object.keys(keys) }, item, valueType, at)];
}

function findInVariant(value: Record<string, unknown>, valueType: TypeOf<"variants">, path: NodePath): TypeProblem[] {
  const { by, of, fallback } = valueType;
  const name = Object.hasOwn(value, by) ? value[by] : fallback;
  if (name === null && fallback === null) return [report({ kind: "missing-key", keys: [by] }, value, valueType, path)];
  const names: ValueType = { kind: "oneOf", values: Object.keys(of) };
  const found = findTypeErrors(name, names, [...path, by]);
  return found.length > 0 ? found : findTypeErrors(value, of[textOf(name)]!, path);
}

function report(problem: Problem, value: unknown, valueType: ValueType, path: NodePath): TypeProblem {
  return { path, value, problem, valueType, isTolerated: false };
}

function reportEmpty(value: unknown, valueType: ValueType, path: NodePath): TypeProblem {
  return tolerate({ kind: "count", least: 1, most: Infinity, found: 0 }, value, valueType, path);
}

function tolerate(problem: Problem, value: unknown, valueType: ValueType, path: NodePath): TypeProblem {
  return { path, value, problem, valueType, isTolerated: true };
}
