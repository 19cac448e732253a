/** A problem of a value → what to write in its place. */
import { describeValueType } from "../../cloud-config/describe-value-type.js";
import type { TypeProblem } from "../../cloud-config/type-problem.js";
import { listForms, type ValueType } from "../../cloud-config/value-type.js";
import { findNearest } from "../../text/find-nearest.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { textOf } from "../../text/text-of.js";

/**
 * The fix as an imperative.
 *
 * @param written how the value is written, if it is a scalar without quotes
 */
export function suggestFix({ path, value, problem, valueType }: TypeProblem, written: string | null): string {
  switch (problem.kind) {
    case "not-text":
    case "not-mode":
      return suggestQuotes(path, written, value);
    case "not-allowed":
      return suggestValue(value, valueType);
    case "wrong-kind":
      return suggestKind(path, value, valueType, written);
    case "missing-key":
      return problem.keys.length === 1 ? `add \`${problem.keys[0]}\`` : "add one of them";
    case "keys-apart":
      return "delete one of them";
    case "repeated-item":
      return "delete it";
    case "unknown-key":
      return "check its name and its place, or delete it";
    case "key-form":
      return `use ${problem.words}`;
    case "count":
      return suggestCount(problem);
  }
}

/** The value in quotes, with its key. What may be a secret is not repeated. */
export function suggestQuotes(path: NodePath, written: string | null, value: unknown): string {
  const text = written ?? textOf(value);
  return `write it in quotes${repeatAs(path, `'${text.replaceAll("'", "''")}'`)}`;
}

/** Whether what is under a key should not be repeated in a message. */
export function mayBeSecret(key: string): boolean {
  return /passw|secret|token|key|\blist\b/i.test(key);
}

/** `: \`key: value\``, or nothing where the value may be a secret. */
function repeatAs(path: NodePath, value: string): string {
  const key = path.findLast((step) => typeof step === "string") ?? "";
  return mayBeSecret(key) ? "" : `: \`${nameOf(path)}${value}\``;
}

/** `key: `, or nothing for an item of a list. */
function nameOf(path: NodePath): string {
  const key = path.at(-1);
  return typeof key === "string" ? `${key}: ` : "";
}

function suggestValue(value: unknown, valueType: ValueType): string {
  const values = listForms(valueType).flatMap((form) => (form.kind === "oneOf" ? form.values : []));
  const texts = values.filter((each) => typeof each === "string");
  const nearest = findNearest(textOf(value).toLowerCase(), texts);
  const allowed = describeValueType(valueType);
  return nearest === null ? `use ${allowed}` : `use \`${nearest}\`; allowed are ${allowed}`;
}

function suggestKind(path: NodePath, value: unknown, valueType: ValueType, written: string | null): string {
  const kinds = new Set<string>(listForms(valueType).map(({ kind }) => kind));
  const command = COMMANDS.has(path[0]) && path.length === 2 ? joinCommand(value) : null;
  if (command !== null) return `\`: \` makes a mapping; quote the command: \`- '${command.replaceAll("'", "''")}'\``;
  if (value === null) return `write a value, or delete the ${typeof path.at(-1) === "number" ? "`-`" : "key"}`;
  if (typeof value === "string") {
    const isFlag = kinds.has("flag") && /^(?:true|false|yes|no|on|off)$/i.test(value);
    const isDigits = (kinds.has("integer") || kinds.has("number")) && /^\d+$/.test(value);
    if (isFlag || isDigits) return `write it without quotes: \`${nameOf(path)}${value}\``;
    if (kinds.has("list"))
      return `write it as a list${written && isPlain(written) ? repeatAs(path, `[${written}]`) : ""}`;
  }
  return [...kinds].every((kind) => VALUES.has(kind))
    ? `use ${describeValueType(valueType)}`
    : `write it as ${describeValueType(valueType)}`;
}

const COMMANDS = new Set<unknown>(["runcmd", "bootcmd"]);

/** The command that YAML took for a mapping, because of `: ` in it; null if it is more than one line, or may be secret. */
function joinCommand(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const [[key, rest] = [""], ...others] = Object.entries(value);
  if (others.length > 0 || typeof rest !== "string" || /\n/.test(rest)) return null;
  const command = `${key}: ${rest}`;
  return mayBeSecret(command) ? null : command;
}

/** The kinds that are said by naming values. */
const VALUES = new Set<string>(["flag", "oneOf", "integer", "number"]);

/** Whether a text is short, and one item inside of brackets, or names with commas between them. */
function isPlain(text: string): boolean {
  return /^(?:[\w./@+-][\w ./@+-]{0,39}|[\w.+-]{1,20}(?:, ?[\w.+-]{1,20}){1,3})$/.test(text);
}

function suggestCount({ least, most, found }: { least: number; most: number; found: number }): string {
  if (found === 0) return "add an entry, or delete the key";
  if (least === most) return `write exactly ${least} items`;
  return found < least ? `write at least ${least} items` : `write at most ${most} items`;
}
