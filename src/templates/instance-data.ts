/** Instance data → the names of templates, as cloud-init's handlers/jinja_template.py makes them. */
import { KubebootError } from "../errors.js";
import { toValue } from "./to-value.js";
import type { Dict, Value } from "./values.js";

/** A JSON object. */
export type JsonObject = { readonly [key: string]: unknown };

/**
 * Reads instance data: what `cloud-init query --all` prints, or the file instance-data.json.
 *
 * @throws {KubebootError} `unreadable` for a text that is not a JSON object
 */
export function parseInstanceData(text: string, path: string): JsonObject {
  const data = parseJson(text);
  if (isObject(data)) return data;
  throw new KubebootError("unreadable", `${path} has no instance data: it is not a JSON object`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The names that a template sees: the keys of `v1` again at the top, and aliases for keys with operators. */
export function makeVariables(data: JsonObject): Map<string, Value> {
  const encoded = data["base64-encoded-keys"];
  const paths = Array.isArray(encoded) ? encoded.map((path) => String(path).replaceAll("-", "_")) : [];
  return new Map([...convertObject(data, "", new Set(paths))].map(([key, value]) => [String(key), value]));
}

function convertObject(data: JsonObject, prefix: string, encoded: ReadonlySet<string>): Dict {
  const result: Dict = new Map();
  for (const key of Object.keys(data).toSorted()) {
    const path = prefix === "" ? key : `${prefix}/${key}`;
    const raw = data[key];
    const value = encoded.has(path) && typeof raw === "string" ? Buffer.from(raw, "base64").toString() : raw;
    if (isObject(value)) {
      const inner = convertObject(value, path, encoded);
      result.set(key, inner);
      if (/^v\d+$/.test(key)) for (const [name, item] of inner) result.set(name, item);
    } else result.set(key, toValue(value));
    const alias = makeAlias(key);
    if (alias !== key) result.set(alias, result.get(key)!);
  }
  return result;
}

/** The signs of jinja2/lexer.py, operators. */
const OPERATOR = /\/\/|\*\*|==|!=|>=|<=|[-+*/%~[\](){}<>=.:|,;]/g;

/** The name with which a template can write the key without quotes. */
function makeAlias(key: string): string {
  return key.replaceAll(OPERATOR, "_");
}
