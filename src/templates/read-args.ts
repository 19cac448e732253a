import { Undefined, fail, refuseUndefined, type Args, type Value } from "./values.js";

/** Assigns arguments to parameters: one value per name, undefined where none is given. Too many fail, as in Python. */
export function readParams<Name extends string>(args: Args, names: readonly Name[]): Partial<Record<Name, Value>> {
  if (args.positional.length > names.length) fail("too many arguments");
  const values: Partial<Record<Name, Value>> = {};
  args.positional.forEach((value, index) => (values[names[index]!] = value));
  for (const [name, value] of args.named) {
    if (!names.includes(name as Name) || name in values) fail(`unexpected argument \`${name}\``);
    values[name as Name] = value;
  }
  return values;
}

/** A text argument, or the `preset`. */
export function toText(value: Value | undefined, preset?: string): string {
  if (value === undefined && preset !== undefined) return preset;
  if (value instanceof Undefined) return refuseUndefined(value);
  return typeof value === "string" ? value : fail("expected a text");
}

/** An integer argument, or the `preset`. */
export function toInteger(value: Value | undefined, preset?: number): number {
  if (value === undefined && preset !== undefined) return preset;
  if (value instanceof Undefined) return refuseUndefined(value);
  if (typeof value === "boolean") return Number(value);
  return typeof value === "bigint" ? Number(value) : fail("expected an integer");
}
