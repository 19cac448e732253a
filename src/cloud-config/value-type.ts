/** The language in which the tables say what a value of cloud-config has to be. */

/** What a value of cloud-config has to be. */
export type ValueType =
  | { kind: "any" }
  | { kind: "flag" }
  | { kind: "nothing" }
  /** Any value that has nothing inside. */
  | { kind: "scalar" }
  /** Text, and of which form, if not any. */
  | { kind: "text"; form: TextForm | null }
  /** Octal digits as text. */
  | { kind: "mode" }
  | { kind: "number"; min: number }
  | { kind: "integer"; min: number }
  /** One of these values. */
  | { kind: "oneOf"; values: readonly (string | boolean)[] }
  | ({ kind: "list"; of: ValueType } & ListRules)
  /** A mapping with keys that are known. */
  | ({ kind: "mapping"; keys: Keys } & MappingRules)
  /** A mapping whose keys are names that the user gives. */
  | { kind: "names"; of: ValueType; filled: boolean; form: TextForm | null }
  /** A mapping whose keys depend on what it has under the key `by`; without that key it is the `fallback`. */
  | { kind: "variants"; by: string; of: Readonly<Record<string, ValueType>>; fallback: string | null }
  | { kind: "either"; of: readonly ValueType[] }
  /** cloud-init's schema takes `strict` alone; the module does what is meant with `loose` as well. */
  | { kind: "lenient"; strict: ValueType; loose: ValueType };

/** The types of one kind. */
export type TypeOf<Kind extends ValueType["kind"]> = Extract<ValueType, { kind: Kind }>;

/** The types of values that have nothing inside. */
export type ScalarType = TypeOf<
  "any" | "flag" | "nothing" | "scalar" | "text" | "mode" | "number" | "integer" | "oneOf"
>;

/** Key → what it takes. */
export type Keys = Readonly<Record<string, ValueType>>;

/** What a text has to be like. */
export interface TextForm {
  fits: (text: string) => boolean;
  /** In words, behind "takes": `a size such as 512M`. */
  words: string;
}

interface ListRules {
  /** Whether the schema wants an item at least; modules do nothing for an empty list. */
  filled: boolean;
  /** How many items there are at least, and at most. */
  least: number;
  most: number;
  /** Whether the schema wants no item twice; modules don't mind. */
  unique: boolean;
}

interface MappingRules {
  /** The keys that must be there. */
  required: readonly string[];
  /** Keys of which at least one must be there. */
  atLeastOne: readonly string[];
  /** Pairs of keys of which only one may be there. */
  apart: readonly (readonly [string, string])[];
  /** Whether the schema wants a key at least; modules do nothing for an empty mapping. */
  filled: boolean;
  /** What other keys take; null where there may be none. */
  others: ValueType | null;
  /** What the names of other keys have to be like. */
  othersForm: TextForm | null;
}

export const anything: ValueType = { kind: "any" };
export const text: ValueType = { kind: "text", form: null };
export const flag: ValueType = { kind: "flag" };
export const nothing: ValueType = { kind: "nothing" };
export const mode: ValueType = { kind: "mode" };
export const scalar: ValueType = { kind: "scalar" };

/** A number, with a point or without. */
export function number({ min = -Infinity } = {}): ValueType {
  return { kind: "number", min };
}

/** A number without a point. */
export function integer({ min = -Infinity } = {}): ValueType {
  return { kind: "integer", min };
}

/** Text of a form; `words` says which that is: `a size such as 512M`. */
export function textLike(fits: RegExp | TextForm["fits"], words: string): ValueType {
  return { kind: "text", form: like(fits, words) };
}

/** The form of a text, or of a key. */
export function like(fits: RegExp | TextForm["fits"], words: string): TextForm {
  return { fits: fits instanceof RegExp ? (value) => fits.test(value) : fits, words };
}

/** One of these values. */
export function oneOf(...values: (string | boolean)[]): ValueType {
  return { kind: "oneOf", values };
}

/** A list of any length, if nothing else is said. */
export function list(
  of: ValueType,
  { filled = false, least = 0, most = Infinity, unique = false }: Partial<ListRules> = {},
): ValueType {
  return { kind: "list", of, filled, least, most, unique };
}

const NO_RULES: MappingRules = {
  required: [],
  atLeastOne: [],
  apart: [],
  filled: false,
  others: null,
  othersForm: null,
};

/** A mapping with these keys and no others, none of which must be there, if nothing else is said. */
export function mapping(keys: Keys, rules: Partial<MappingRules> = {}): ValueType {
  return { kind: "mapping", keys, ...NO_RULES, ...rules };
}

/** A mapping whose keys the user chooses. */
export function names(of: ValueType, { filled = false, form = null as TextForm | null } = {}): ValueType {
  return { kind: "names", of, filled, form };
}

/** One of several mappings, told apart by the value of the key `by`. */
export function variants(by: string, of: Readonly<Record<string, ValueType>>, fallback: string | null): ValueType {
  return { kind: "variants", by, of, fallback };
}

/** A value of any of these types. */
export function either(...of: ValueType[]): ValueType {
  return { kind: "either", of };
}

/** What the schema takes, and what the module takes besides: that works, with a schema warning in the log. */
export function lenient(strict: ValueType, ...besides: ValueType[]): ValueType {
  return { kind: "lenient", strict, loose: either(...besides) };
}

/** A list of texts. */
export const texts = list(text);

/** What a value may be, without the alternatives inside of alternatives. */
export function listForms(valueType: ValueType): ValueType[] {
  if (valueType.kind === "lenient") return listForms(valueType.strict);
  return valueType.kind === "either" ? valueType.of.flatMap(listForms) : [valueType];
}
