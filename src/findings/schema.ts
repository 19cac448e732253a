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

/** The part of THE table of findings that cloud-init's JSON schema decides. */
export const SCHEMA_FINDINGS = {
  "schema-invalid": defineFinding<SchemaPlace & { broken: readonly BrokenRule[]; found: string }>({
    severity: "error",
    message: ({ at, rule, broken, found }) =>
      `${at || "the document"} ${describeBroken(broken, found)} (cloud-init's schema, #${rule})`,
    hint: "correct it: the module that reads it would fail at boot, or leave it out",
  }),
  "schema-deprecated": defineFinding<SchemaPlace & Deprecation>({
    severity: "warning",
    message: ({ at, rule, since, text: words }) => {
      const release = since === null ? "" : ` since cloud-init ${since}`;
      return `${at} is deprecated${release}${words === null ? "" : `: ${unwrap(words)}`} (cloud-init's schema, #${rule})`;
    },
    hint: null,
  }),
  "schema-empty": defineFinding({
    severity: "error",
    message: () => "`cloud-init schema` refuses a cloud-config that holds nothing",
    hint: "leave it out, or write {} below the marker",
  }),
  "schema-header": defineFinding({
    severity: "error",
    message: () => "`cloud-init schema` refuses a cloud-config that does not begin with the very text #cloud-config",
    hint: "make it the first line, in lower case and without anything before it",
  }),
};

/** Several rules are those of the forms of which the value has none. */
function describeBroken(broken: readonly BrokenRule[], found: string): string {
  const types = broken.flatMap(({ keyword, params }) => (keyword === "type" ? [params["type"]].flat() : []));
  const values = broken.flatMap(({ keyword, params }) => (keyword === "enum" ? [params["allowedValues"]].flat() : []));
  const forms = [
    ...types.map((type) => TYPES[String(type)] ?? String(type)),
    ...values.map((value) => JSON.stringify(value)),
  ];
  if (forms.length > 0) return `must be ${joinWords([...new Set(forms)])}${types.length > 0 ? `, not ${found}` : ""}`;
  const [first] = broken;
  return first ? describeRule(first) : "is not what the schema wants";
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a mapping",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  null: "nothing",
};

function describeRule({ keyword, params }: BrokenRule): string {
  const limit = String(params["limit"]);
  switch (keyword) {
    case "additionalProperties":
      return `takes no key "${String(params["additionalProperty"])}"`;
    case "required":
      return `lacks the key "${String(params["missingProperty"])}"`;
    case "minItems":
    case "minProperties":
      return `has fewer than ${limit} ${limit === "1" ? "entry" : "entries"}`;
    case "maxItems":
    case "maxProperties":
      return `has more than ${limit} ${limit === "1" ? "entry" : "entries"}`;
    case "additionalItems":
      return `has more than ${limit} entries`;
    case "minimum":
    case "maximum":
      return `must be ${String(params["comparison"])} ${limit}`;
    case "pattern":
      return `does not match ${String(params["pattern"])}`;
    case "format":
      return `is no ${String(params["format"])}`;
    case "uniqueItems":
      return "has the same entry twice";
    case "oneOf":
      return "fits more than one form, and must fit one alone";
    case "not":
      return "has what must not be there together";
    default:
      return `breaks the schema's rule "${keyword}"`;
  }
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1)!;
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

/** The schema's texts are reStructuredText, of several lines. */
function unwrap(words: string): string {
  return words.replace(/\s+/g, " ").replaceAll("``", "`").replace(/\.$/, "");
}
