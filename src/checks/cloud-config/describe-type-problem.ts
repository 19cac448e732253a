/** A problem of a value → the finding that says it. */
import { describeValue } from "../../cloud-config/describe-value.js";
import { describeValueType, joinWords } from "../../cloud-config/describe-value-type.js";
import type { TypeProblem } from "../../cloud-config/type-problem.js";
import { listForms } from "../../cloud-config/value-type.js";
import { finding } from "../../findings/finding.js";
import type { Finding, Location } from "../../model.js";
import { describePath } from "../../yaml/describe-path.js";
import { mayBeSecret, suggestFix, suggestQuotes } from "./suggest-fix.js";
import { suggestKey } from "./suggest-key.js";
import { textOf } from "../../text/text-of.js";

/** @param written how the value is written, if it is a scalar without quotes */
export function describeTypeProblem(found: TypeProblem, location: Location, written: string | null): Finding {
  const { path, value, problem, valueType, isTolerated } = found;
  if (problem.kind === "unknown-key") {
    return finding("config-key-unknown", location, { key: String(path.at(-1)), fix: suggestKey(path, problem.known) });
  }
  if (problem.kind === "not-mode") return describeMode(found, location, written);
  const fix = suggestFix(found, written);
  const [key, type] = [describePath(path), describeValue(value)];
  if (isTolerated && problem.kind === "not-text" && written !== printScalar(value)) {
    return finding("config-not-text", location, { key, found: type, fix: suggestQuotes(path, written, value) });
  }
  if (isTolerated) return finding("config-tolerated", location, { problem: describeProblem(found), fix });
  if (problem.kind === "missing-key") return finding("config-key-missing", location, { key, missing: problem.keys });
  if (problem.kind !== "wrong-kind" && problem.kind !== "not-text") {
    return finding("config-value", location, { problem: describeProblem(found), fix });
  }
  return finding("config-type", location, { key, expected: describeValueType(valueType), found: type, fix });
}

/** With a leading 0 it is octal, as it was meant. */
function describeMode({ path, value }: TypeProblem, location: Location, written: string | null): Finding {
  return finding("config-permissions", location, {
    found: textOf(value),
    mode: Number(value).toString(8).padStart(4, "0"),
    isOctal: written !== null && /^0o?[0-7]/.test(written),
    fix: suggestQuotes(path, written, value),
  });
}

function describeProblem({ path, value, problem, valueType }: TypeProblem): string {
  const key = describePath(path);
  switch (problem.kind) {
    case "not-allowed":
      return describeForbidden(key, value, valueType);
    case "repeated-item":
      return `\`${key}\` is the same as an item above`;
    case "key-form":
      return `\`${key}\` is not ${problem.words}`;
    case "keys-apart":
      return `\`${problem.keys.join("` and `")}\` can't both be set`;
    case "missing-key":
      return `\`${key}\` has no ${joinWords(problem.keys.map((name) => `\`${name}\``))}`;
    case "count":
      return describeCount(key, problem.found);
    default:
      return `\`${key}\` takes ${describeValueType(valueType)}, not ${describeValue(value)}`;
  }
}

/** What may be a secret is not repeated. */
function describeForbidden(key: string, value: unknown, valueType: TypeProblem["valueType"]): string {
  const isListed = listForms(valueType).some(({ kind }) => kind === "oneOf");
  if (isListed && !mayBeSecret(key)) return `\`${key}\` can't be \`${textOf(value)}\``;
  return `\`${key}\` is not ${describeValueType(valueType)}`;
}

function describeCount(key: string, found: number): string {
  return found === 0 ? `\`${key}\` is empty` : `\`${key}\` has ${found} ${found === 1 ? "item" : "items"}`;
}

/** As Python's str makes text of it: what a module uses in place of the text that is written. */
function printScalar(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return value instanceof Date ? value.toISOString().slice(0, 10) : textOf(value);
}
