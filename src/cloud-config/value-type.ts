/** The type of a value in cloud-config. */
export type ValueType =
  | { kind: "any" }
  | { kind: "text" | "flag" | "number" | "nothing" }
  /** Octal digits as text. */
  | { kind: "mode" }
  | { kind: "list"; of: ValueType }
  /** A mapping with known keys. */
  | { kind: "mapping"; keys: Readonly<Record<string, ValueType>> }
  /** A mapping whose keys are names that the user chooses. */
  | { kind: "names"; of: ValueType }
  | { kind: "either"; of: readonly ValueType[] };

export const any: ValueType = { kind: "any" };
export const text: ValueType = { kind: "text" };
export const flag: ValueType = { kind: "flag" };
export const number: ValueType = { kind: "number" };
export const nothing: ValueType = { kind: "nothing" };
export const mode: ValueType = { kind: "mode" };

export function list(of: ValueType): ValueType {
  return { kind: "list", of };
}

export function mapping(keys: Readonly<Record<string, ValueType>>): ValueType {
  return { kind: "mapping", keys };
}

export function names(of: ValueType): ValueType {
  return { kind: "names", of };
}

export function either(...of: ValueType[]): ValueType {
  return { kind: "either", of };
}

const WORDS: Readonly<Record<Exclude<ValueType["kind"], "either">, string>> = {
  any: "anything",
  text: "text",
  mode: "text",
  flag: "true or false",
  number: "a number",
  nothing: "nothing",
  list: "a list",
  mapping: "a mapping",
  names: "a mapping",
};

/** Describes the type: `text or a list`. */
export function describeValueType(valueType: ValueType): string {
  if (valueType.kind !== "either") return WORDS[valueType.kind];
  return [...new Set(valueType.of.map(describeValueType))].join(" or ");
}
