/** What a value of cloud-config has to look like. */
export type Shape =
  | { kind: "any" }
  | { kind: "text" | "flag" | "number" | "nothing" }
  /** Octal digits as text. */
  | { kind: "mode" }
  | { kind: "list"; of: Shape }
  /** A mapping with keys that are known. */
  | { kind: "mapping"; keys: Readonly<Record<string, Shape>> }
  /** A mapping whose keys are names that the user gives. */
  | { kind: "names"; of: Shape }
  | { kind: "either"; of: readonly Shape[] };

export const any: Shape = { kind: "any" };
export const text: Shape = { kind: "text" };
export const flag: Shape = { kind: "flag" };
export const number: Shape = { kind: "number" };
export const nothing: Shape = { kind: "nothing" };
export const mode: Shape = { kind: "mode" };

export function list(of: Shape): Shape {
  return { kind: "list", of };
}

export function mapping(keys: Readonly<Record<string, Shape>>): Shape {
  return { kind: "mapping", keys };
}

export function names(of: Shape): Shape {
  return { kind: "names", of };
}

export function either(...of: Shape[]): Shape {
  return { kind: "either", of };
}

const WORDS: Readonly<Record<Exclude<Shape["kind"], "either">, string>> = {
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

/** In words: `text or a list`. */
export function describeShape(shape: Shape): string {
  if (shape.kind !== "either") return WORDS[shape.kind];
  return [...new Set(shape.of.map(describeShape))].join(" or ");
}
