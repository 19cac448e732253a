import { Undefined, fail, refuseUndefined, typeName, type Args, type Value } from "./values.js";

/** Assigns arguments to parameters: one value per name, undefined where none is given. Too many fail, as in Python. */
function readParams<Name extends string>(args: Args, names: readonly Name[]): Partial<Record<Name, Value>> {
  if (args.positional.length > names.length) fail("too many arguments");
  const values: Partial<Record<Name, Value>> = {};
  args.positional.forEach((value, index) => (values[names[index]!] = value));
  for (const [name, value] of args.named) {
    if (!names.includes(name as Name) || name in values) fail(`unexpected argument \`${name}\``);
    values[name as Name] = value;
  }
  return values;
}

/**
 * Assigns arguments to the parameters of a signature, such as `old new count?`.
 *
 * @param signature - names in order; `?` behind those that can be left out, `/` in front if none can be named, `*` for
 *   any arguments at all
 * @returns the values in the order of the signature
 */
export function bindArgs(args: Args, signature: string): (Value | undefined)[] {
  if (signature === "*") return args.positional;
  const words = signature.split(" ").filter((word) => word !== "" && word !== "/");
  if (signature.startsWith("/") && args.named.size > 0) fail("the arguments can't be named");
  const names = words.map((word) => word.replace("?", ""));
  const values: Partial<Record<string, Value>> = readParams(args, names);
  words.forEach((word, index) => {
    if (!word.endsWith("?") && values[names[index]!] === undefined) fail(`the argument \`${word}\` is missing`);
  });
  return names.map((name) => values[name]);
}

/** A text argument, or the `preset`. */
export function toText(value: Value | undefined, preset?: string): string {
  if (value === undefined && preset !== undefined) return preset;
  if (value instanceof Undefined) return refuseUndefined(value);
  return typeof value === "string" ? value : fail(`expected a text, not ${typeName(value ?? null)}`);
}

/** An integer argument, or the `preset`. */
export function toInteger(value: Value | undefined, preset?: number): number {
  if (value === undefined && preset !== undefined) return preset;
  if (value instanceof Undefined) return refuseUndefined(value);
  if (typeof value === "boolean") return Number(value);
  return typeof value === "bigint" ? Number(value) : fail(`expected an integer, not ${typeName(value ?? null)}`);
}
