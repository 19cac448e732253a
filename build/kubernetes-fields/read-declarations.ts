/** The text of a TypeScript declaration file → the objects that it declares. */

/** A field of an object, and its type in the notation of write-table.ts, with `<Name>` for the type of another object. */
export interface DeclaredField {
  type: string;
  required: boolean;
}

/** An object with fields. */
export interface Declared {
  /** As the file names it. */
  name: string;
  fields: Map<string, DeclaredField>;
  /** What stands for the object where the file declares no fields, such as an alternative of two others. */
  alias: string | null;
}

/** Reads interfaces and types; knows only the forms that generated declarations of Kubernetes' API have. */
export function readDeclarations(text: string): Declared[] {
  const bare = text.replace(/\/\*[^]*?\*\//g, "");
  return [...bare.matchAll(DECLARATION)].map(([, name, alias, body = ""]) => ({
    name: name!,
    fields: new Map(Array.from(body.matchAll(MEMBER), ([, key, optional, type]) => [key!, toField(type!, optional)])),
    alias: alias === undefined ? null : toNotation(alias),
  }));
}

const DECLARATION =
  /^export (?:declare )?(?:interface|type) (\w+)(?: extends [\w, ]+)? ?(?:= ([^;{]+);|\{(?:\n([^]*?)^)?\})/gm;

const MEMBER = /^ {4}(?:readonly )?"?([^"\s?:]+)"?(\?)?: (\{[^}]*\}|Array<\{[^]*?^ {4}\}>|[^;{]+);/gm;

function toField(type: string, optional: string | undefined): DeclaredField {
  return { type: toNotation(type), required: optional === undefined };
}

function toNotation(type: string): string {
  const text = type.trim();
  const map = /^\{\s*\[\w+: string\]: ([^]+);\s*\}$/.exec(text);
  if (map) return `{${toNotation(map[1]!)}`;
  const parts = text.split(/ \| (?![^<]*>)/);
  if (parts.length > 1 || text.startsWith('"')) return joinAlternatives(parts);
  if (text.startsWith("Array<{")) return "[a";
  const list = /^Array<([^]+)>$/.exec(text) ?? /^(.+)\[\]$/.exec(text);
  if (list) return `[${toNotation(list[1]!)}`;
  return BASIC[text] ?? `<${text}>`;
}

const BASIC: Readonly<Record<string, string>> = { string: "s", number: "n", boolean: "b", any: "a", object: "a" };

function joinAlternatives(parts: readonly string[]): string {
  if (parts.every((part) => part.startsWith('"'))) return `=${parts.map((part) => part.slice(1, -1)).join("|")}`;
  const types = parts.map(toNotation);
  return types.toSorted().join() === "n,s" ? "o" : types.join("/");
}
