/**
 * Merged objects → the table that src/kube/fields/field-table.ts reads: a line for each API version with its kinds, an
 * empty line, and a line for each object with its fields.
 *
 *     apps/v1 Deployment+3 …           the kind, `+` if only the newest release has it, and the number of its line
 *
 *     name:s;replicas+i;selector!12;…  the field; `:`, or `!` if it is required, `+` if only the newest release has
 *                                      it, `~` if it does not; and its type
 *
 * A type is `s` text, `b` boolean, `i` int32, `l` int64, `n` number, `q` quantity, `o` int32 or text, `t` time, `y`
 * base64, `a` anything, `=A|B` one of these texts, the number of an object's line, `[` and the type of a list's items,
 * `{` and the type of a map's values, or alternatives with `/` between them.
 */
import type { MergedField, MergedObject } from "./merge-releases.ts";

/** Writes the objects that can be submitted, and those that they consist of. */
export function writeTable(objects: ReadonlyMap<string, MergedObject>): string {
  const lines: string[] = [];
  const numbers = new Map<string, number>();
  const kinds = new Map<string, string[]>();
  for (const [name, { fields, isNew }] of objects) {
    const [apiVersion, kind] = ["apiVersion", "kind"].map(
      (key) => /^=([^|]+)$/.exec(fields?.get(key)?.type ?? "")?.[1],
    );
    if (apiVersion === undefined || kind === undefined || kind.endsWith("List") || isMeta(name)) continue;
    const list = kinds.get(apiVersion) ?? [];
    kinds.set(apiVersion, [...list, `${kind}${isNew ? "+" : ":"}${numberOf(name)}`]);
  }
  const index = [...kinds].toSorted().map(([apiVersion, list]) => `${apiVersion} ${list.toSorted().join(" ")}`);
  return [...index, "", ...lines].join("\n");

  function numberOf(name: string): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = lines.push("") - 1;
    numbers.set(name, number);
    lines[number] = Array.from(objects.get(name)!.fields!, ([key, field]) => writeField(key, field)).join(";");
    return number;
  }

  /** Objects within others need no `apiVersion` and `kind`, and a server does not read them. */
  function writeField(key: string, field: MergedField): string {
    const isIdentity = /^=[^|]+$/.test(field.type) && ["apiVersion", "kind"].includes(key);
    return isIdentity ? `${key}:s` : `${key}${toFlag(field)}${write(field.type)}`;
  }

  function write(type: string): string {
    if (type.startsWith("=")) return type;
    return type.replace(/<(\w+)>/g, (_, name: string) => {
      if (BASIC[name] !== undefined) return BASIC[name];
      const { fields, alias } = objects.get(name)!;
      if (fields) return String(numberOf(name));
      return alias === null ? (/JSON$|RawExtension$|FieldsV1$/.test(name) ? "a" : "{a") : write(alias);
    });
  }
}

/** What JSON can hold that OpenAPI's types do not tell. */
const BASIC: Readonly<Record<string, string>> = {
  IoK8sApimachineryPkgApiResourceQuantity: "q",
  IoK8sApimachineryPkgApisMetaV1MicroTime: "t",
  IoK8sApimachineryPkgApisMetaV1Time: "t",
};

/** Answers and options of the server, which nobody submits. */
function isMeta(name: string): boolean {
  return name.startsWith("IoK8sApimachinery");
}

function toFlag({ required, age }: MergedField): string {
  if (required) return "!";
  return age === null ? ":" : age === "new" ? "+" : "~";
}
