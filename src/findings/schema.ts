import { joinWords } from "../text/join-words.js";
import { defineFinding } from "./define-finding.js";

/** A rule of a JSON schema that a value breaks, as ajv tells it. */
export interface BrokenRule {
  /** The schema's keyword: `type`, `enum`, `additionalProperties` … */
  keyword: string;
  params: Record<string, unknown>;
}

/** What a schema says about what should not be used any more. */
export interface Deprecation {
  /** The release of cloud-init, where the schema names it. */
  since: string | null;
  text: string | null;
}

/** Where something is: JSON pointers into the cloud-config and into the schema. */
export interface SchemaPlace {
  at: string;
  rule: string;
}

/** The part of THE table of findings that cloud-init's JSON schema decides. The pointer to the rule is in `args` alone. */
export const SCHEMA_FINDINGS = {
  "schema-invalid": defineFinding<SchemaPlace & { broken: readonly BrokenRule[]; found: string }>({
    severity: "error",
    message: ({ at, broken, found }) => `${nameKey(at)} ${describeBroken(broken, found).problem}`,
    hint: ({ broken, found }) => describeBroken(broken, found).fix,
  }),
  "schema-deprecated": defineFinding<SchemaPlace & Deprecation>({
    severity: "warning",
    message: ({ at, since }) => `${nameKey(at)} is deprecated${since === null ? "" : ` since cloud-init ${since}`}`,
    hint: ({ text: words }) => (words === null ? null : describeAdvice(unwrap(words))),
  }),
  "schema-empty": defineFinding({
    severity: "error",
    message: () => "`cloud-init schema` rejects a cloud-config without content",
    hint: "leave it out, or write `{}` below the marker",
  }),
  "schema-header": defineFinding({
    severity: "error",
    message: () => "`cloud-init schema` rejects a cloud-config whose first bytes are not `#cloud-config`",
    hint: "write the marker in lower case at the start of line 1",
  }),
};

/** `/users/0/name` → `users[0].name`, in backquotes. */
function nameKey(pointer: string): string {
  if (pointer === "") return "the document";
  const keys = pointer.slice(1).split("/");
  const steps = keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return `\`${steps
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "")}\``;
}

/** In words that follow what is refused, and the way out. */
interface Verdict {
  problem: string;
  fix: string;
}

/** Several rules are those of the forms of which the value has none. */
function describeBroken(broken: readonly BrokenRule[], found: string): Verdict {
  const types = broken.flatMap(({ keyword, params }) => (keyword === "type" ? [params["type"]].flat() : []));
  const values = broken.flatMap(({ keyword, params }) => (keyword === "enum" ? [params["allowedValues"]].flat() : []));
  const forms = [
    ...types.map((type) => TYPES[String(type)] ?? String(type)),
    ...values.map((value) => `\`${JSON.stringify(value)}\``),
  ];
  const allowed = joinWords([...new Set(forms)]);
  if (forms.length > 0) {
    return { problem: `must be ${allowed}${types.length > 0 ? `, not ${found}` : ""}`, fix: `write ${allowed}` };
  }
  return describeRule(broken[0] ?? { keyword: "", params: {} });
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a mapping",
  integer: "an integer",
  number: "a number",
  boolean: "`true` or `false`",
  null: "empty",
};

function describeRule({ keyword, params }: BrokenRule): Verdict {
  const limit = String(params["limit"]);
  const entries = limit === "1" ? "entry" : "entries";
  switch (keyword) {
    case "additionalProperties": {
      const key = `\`${String(params["additionalProperty"])}\``;
      return { problem: `has the unknown key ${key}`, fix: `check the name and indentation of ${key}, or delete it` };
    }
    case "required": {
      const key = `\`${String(params["missingProperty"])}\``;
      return { problem: `lacks the key ${key}`, fix: `add ${key}` };
    }
    case "minItems":
    case "minProperties":
      return { problem: `has fewer than ${limit} ${entries}`, fix: `write at least ${limit} ${entries}` };
    case "maxItems":
    case "maxProperties":
    case "additionalItems":
      return { problem: `has more than ${limit} ${entries}`, fix: `write at most ${limit} ${entries}` };
    case "minimum":
    case "maximum": {
      const rule = `${String(params["comparison"])} ${limit}`;
      return { problem: `must be ${rule}`, fix: `use a value ${rule}` };
    }
    case "pattern": {
      const pattern = `\`${String(params["pattern"])}\``;
      return { problem: `does not match ${pattern}`, fix: `write text that matches ${pattern}` };
    }
    case "format":
      return {
        problem: `is not a valid ${String(params["format"])}`,
        fix: `write a valid ${String(params["format"])}`,
      };
    case "uniqueItems":
      return { problem: "has the same entry twice", fix: "delete one of the two" };
    case "oneOf":
      return { problem: "fits more than one of the allowed forms", fix: "keep the keys of one form only" };
    case "not":
      return { problem: "has keys that exclude each other", fix: "delete one of them" };
    default:
      return { problem: `breaks the rule \`${keyword}\``, fix: "compare it with the documentation of the module" };
  }
}

/** Many of the schema's texts are advice already: "Use `mode` instead". */
function describeAdvice(words: string): string {
  return /^Use\b/.test(words) ? `u${words.slice(1)}` : `follow the schema, which says: ${words}`;
}

/** The schema's texts are reStructuredText, of several lines. */
function unwrap(words: string): string {
  return words.replace(/\s+/g, " ").replaceAll("``", "`").replace(/\.$/, "");
}
