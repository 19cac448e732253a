/** The filters of templates that are filled in before the boot: those of Jinja, and some that Ansible adds. */
import { writeYaml, type YamlValue } from "../yaml/write-yaml.js";
import type { FilterSet } from "./filter.js";
import { JINJA_FILTERS } from "./filters.js";
import { isTrue, isList, fail, Tuple, Undefined, refuseUndefined, typeName, type Value } from "./values.js";
import { toInteger } from "./read-args.js";
import { orderValues } from "./operators.js";
import { writeJson } from "./write-json.js";
import { writeValue } from "./write-value.js";

/**
 * Their names and parameters are Ansible's (lib/ansible/plugins/filter/core.py); what reads the machine, such as
 * `lookup`, is left out.
 */
export const BUNDLE_FILTERS: FilterSet = {
  ...JINJA_FILTERS,
  b64encode: ["", (value) => Buffer.from(writeValue(value)).toString("base64")],
  b64decode: ["", (value) => decodeBase64(writeValue(value))],
  quote: ["", (value) => quoteForShell(value === null ? "" : writeValue(value))],
  mandatory: ["", (value) => (value instanceof Undefined ? refuseUndefined(value) : value)],
  to_json: ["", (value) => writeJson(value, null, { isHtml: false })],
  to_nice_json: ["indent?", (value, [indent]) => writeJson(value, toInteger(indent, 4), { isHtml: false })],
  to_yaml: ["indent?", (value, [indent]) => dumpYaml(value, toInteger(indent, 2), true)],
  to_nice_yaml: ["indent?", (value, [indent]) => dumpYaml(value, toInteger(indent, 4), false)],
  bool: ["", (value) => toBoolean(value)],
  ternary: ["yes no", (value, [yes, no]) => (isTrue(value) ? yes! : no!)],
};

function decodeBase64(text: string): string {
  const bytes = Buffer.from(text, "base64");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail("b64decode: the bytes are no UTF-8 text");
  }
}

/** Python's shlex.quote. */
function quoteForShell(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}

function toBoolean(value: Value): boolean {
  if (typeof value === "boolean") return value;
  return ["yes", "on", "1", "true"].includes(writeValue(value).toLowerCase());
}

/** Keys are sorted, as PyYAML does. */
function dumpYaml(value: Value, indent: number, flow: boolean): string {
  return writeYaml(toYaml(value), { indent, flow });
}

function toYaml(value: Value): YamlValue {
  if (value instanceof Undefined) return refuseUndefined(value);
  if (value === null || ["string", "boolean", "bigint", "number"].includes(typeof value)) return value as YamlValue;
  if (isList(value) || value instanceof Tuple) return Array.from(value as Value[], toYaml);
  if (!(value instanceof Map)) return fail(`${typeName(value)} can't be written as YAML`);
  const entries = [...value].toSorted(([left], [right]) => orderValues(left, right));
  return new Map(entries.map(([key, item]) => [toYaml(key), toYaml(item)] as const));
}
