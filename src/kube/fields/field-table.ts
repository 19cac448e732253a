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

const [VERSIONS = "", OBJECTS = ""] = TABLE.split("\n\n");

/** API version → its line of the table. */
const LINES = new Map(VERSIONS.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line]));

/** The API versions of Kubernetes' own kinds. */
export const API_VERSIONS: readonly string[] = [...LINES.keys()];

const kinds = new Map<string, ReadonlyMap<string, Kind>>();

/** What is known of the kinds of an API version, by their names; empty for a version that is not in the table. */
export function kindsOf(apiVersion: string): ReadonlyMap<string, Kind> {
  const known = kinds.get(apiVersion) ?? readKinds(LINES.get(apiVersion) ?? "");
  kinds.set(apiVersion, known);
  return known;
}

function readKinds(line: string): Map<string, Kind> {
  const [, ...entries] = line.split(" ");
  return new Map(
    entries.map((entry) => {
      const [, kind, flag, number] = /^(\w+)([:+])(\d+)$/.exec(entry)!;
      return [kind!, { fields: () => fieldsOf(Number(number)), isNew: flag === "+" }];
    }),
  );
}

const lines = OBJECTS.split("\n");

const objects: Fields[] = [];

function fieldsOf(number: number): Fields {
  return (objects[number] ??= readFields(lines[number]!));
}

function readFields(line: string): Fields {
  return new Map(
    line.split(";").map((entry): [string, Field] => {
      const [, name, flag, type] = /^([^:!+~]+)([:!+~])(.+)$/.exec(entry)!;
      const age = flag === "+" ? "new" : flag === "~" ? "old" : null;
      return [name!, { required: flag === "!", age, type: readType(type!) }];
    }),
  );
}

function readType(type: string): FieldType {
  const [first] = type;
  if (first === "=") return { form: "one-of", values: type.slice(1).split("|") };
  if (first === "[") return { form: "list", of: readType(type.slice(1)) };
  if (first === "{") return { form: "map", of: readType(type.slice(1)) };
  const types = type.split("/");
  if (types.length > 1) return { form: "either", types: types.map(readType) };
  return isBasic(type) ? { form: BASICS[type] } : { form: "object", fields: () => fieldsOf(Number(type)) };
}

function isBasic(type: string): type is keyof typeof BASICS {
  return Object.hasOwn(BASICS, type);
}
