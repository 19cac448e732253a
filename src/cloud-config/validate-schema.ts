/** Part[] and cloud-init's JSON schema → what the schema says about the cloud-config in them. */
import { findMarker } from "../content-types.js";
import { finding, placeIn } from "../findings.js";
import type { Finding, JsonSchema, Part } from "../model.js";
import { compileSchema, type Validator } from "./compile-schema.js";
import { findViolations, toPointer, type Violation } from "./find-violations.js";
import { isCloudConfig, readConfig, type Config } from "./read-config.js";
import { readInstance } from "./read-instance.js";
import { selectModules } from "./select-modules.js";

/**
 * Validates as `cloud-init schema --config-file` does (config/schema.py, validate_cloudconfig_file). What
 * can't be read as one mapping is left to the checks.
 *
 * @throws {KubebootError} `unreadable` for what is no JSON schema
 */
export function validateSchema(parts: readonly Part[], schema: JsonSchema): Finding[] {
  const configs = parts.filter(isCloudConfig).map((part) => ({ part, config: readConfig(part) }));
  const selected = selectModules(schema, new Set(configs.flatMap(({ config }) => listKeys(config))));
  const validator = compileSchema(selected);
  return configs.flatMap(({ part, config }) =>
    findHeader(part, config).concat(validateConfig(part, config, selected, validator)),
  );
}

function listKeys({ documents: [root] }: Config): string[] {
  return typeof root === "object" && root !== null ? Object.keys(root) : [];
}

/** Where a marker stands that cloud-init itself takes, its validator may refuse: it compares bytes. */
function findHeader(part: Part, { text }: Config): Finding[] {
  const refused = part.number === null && findMarker(text) !== null && !text.startsWith("#cloud-config");
  return refused ? [finding("schema-header", placeIn(part, { line: 1, column: 1 }))] : [];
}

function validateConfig(part: Part, config: Config, schema: JsonSchema, validator: Validator): Finding[] {
  const { documents, problem, text } = config;
  if (problem !== null || documents.length !== 1 || describeValue(documents[0]) !== "a mapping") return [];
  const instance = readInstance(text);
  return findViolations(instance, schema, validator)
    .map((violation) => report(violation, instance, part, config))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function report(
  { path, rule, broken, deprecation }: Violation,
  instance: unknown,
  part: Part,
  config: Config,
): Finding {
  const at = toPointer(path);
  if (deprecation)
    return finding("schema-deprecated", placeIn(part, config.locate(path)), { at, rule, ...deprecation });
  const surplus = broken[0]?.params["additionalProperty"];
  const place = config.locate(typeof surplus === "string" ? [...path, surplus] : path);
  const found = describeValue(path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], instance));
  return finding("schema-invalid", placeIn(part, place), { at, rule, broken, found });
}

function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "symbol") return "a date or a set";
  if (typeof value === "number") return Number.isInteger(value) ? "an integer" : "a number with a point";
  return "a string";
}
