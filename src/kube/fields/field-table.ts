/** THE table of the fields of Kubernetes' own kinds, which the build makes (build/kubernetes-fields/write-table.ts). */
import { TABLE } from "kubernetes-fields";

export { RELEASES } from "kubernetes-fields";

/** A field of an object. */
export interface Field {
  type: FieldType;
  required: boolean;
  /** `new` if only the newest release in the table has it, `old` if it does not. */
  age: "new" | "old" | null;
}

/** The fields of an object by name. */
export type Fields = ReadonlyMap<string, Field>;

/** What a value may be. */
export type FieldType =
  | { form: Basic }
  | { form: "one-of"; values: readonly string[] }
  | { form: "list" | "map"; of: FieldType }
  | { form: "object"; fields: () => Fields }
  | { form: "either"; types: readonly FieldType[] };

const BASICS = {
  s: "text",
  b: "boolean",
  i: "int32",
  l: "int64",
  n: "number",
  q: "quantity",
  o: "number-or-text",
  t: "time",
  y: "base64",
  a: "any",
} as const;

/** A type without parts. */
export type Basic = (typeof BASICS)[keyof typeof BASICS];

/** A kind of an API version. */
export interface Kind {
  fields: () => Fields;
  /** Whether only the newest release in the table has it. */
  isNew: boolean;
}

/** API version → kind → what is known of it; read once, and each object when it is needed. */
export const KINDS: ReadonlyMap<string, ReadonlyMap<string, Kind>> = readKinds();

function readKinds(): Map<string, Map<string, Kind>> {
  const end = TABLE.indexOf("\n\n");
  const lines = TABLE.slice(end + 2).split("\n");
  const objects: Fields[] = [];
  const fieldsOf = (number: number): Fields => (objects[number] ??= readFields(lines[number]!, fieldsOf));
  return new Map(
    TABLE.slice(0, end)
      .split("\n")
      .map((line) => readVersion(line, fieldsOf)),
  );
}

function readVersion(line: string, fieldsOf: (number: number) => Fields): [string, Map<string, Kind>] {
  const [apiVersion, ...kinds] = line.split(" ");
  const entries = kinds.map((entry): [string, Kind] => {
    const [, kind, flag, number] = /^(\w+)([:+])(\d+)$/.exec(entry)!;
    return [kind!, { fields: () => fieldsOf(Number(number)), isNew: flag === "+" }];
  });
  return [apiVersion!, new Map(entries)];
}

function readFields(line: string, fieldsOf: (number: number) => Fields): Fields {
  return new Map(
    line.split(";").map((entry): [string, Field] => {
      const [, name, flag, type] = /^([^:!+~]+)([:!+~])(.+)$/.exec(entry)!;
      const age = flag === "+" ? "new" : flag === "~" ? "old" : null;
      return [name!, { required: flag === "!", age, type: readType(type!, fieldsOf) }];
    }),
  );
}

function readType(type: string, fieldsOf: (number: number) => Fields): FieldType {
  const [first] = type;
  if (first === "=") return { form: "one-of", values: type.slice(1).split("|") };
  if (first === "[") return { form: "list", of: readType(type.slice(1), fieldsOf) };
  if (first === "{") return { form: "map", of: readType(type.slice(1), fieldsOf) };
  const types = type.split("/");
  if (types.length > 1) return { form: "either", types: types.map((each) => readType(each, fieldsOf)) };
  return isBasic(type) ? { form: BASICS[type] } : { form: "object", fields: () => fieldsOf(Number(type)) };
}

function isBasic(type: string): type is keyof typeof BASICS {
  return Object.hasOwn(BASICS, type);
}
