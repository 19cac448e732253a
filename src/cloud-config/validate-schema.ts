/** Part[] and cloud-init's JSON schema → the errors of their cloud-config. */
import { findMarker } from "../part/content-types.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, JsonSchema, Part } from "../model.js";
import { compileSchema, type Validator } from "./compile-schema.js";
import { describeValue } from "./describe-value.js";
import { findViolations, toPointer, type Violation } from "./find-violations.js";
import { INSTANCE_TAGS } from "./instance-tags.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import { isCloudConfig, readConfig, type Config } from "./read-config.js";
import { selectModules } from "./select-modules.js";

/**
 * Validates as `cloud-init schema --config-file` does (config/schema.py, validate_cloudconfig_file). The checks
 * report content that is neither one mapping nor empty.
 *
 * @throws {KubebootError} `unreadable` for an invalid JSON schema
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

/** cloud-init's validator compares bytes, so it may reject a marker that cloud-init itself accepts. */
function findHeader(part: Part, { text }: Config): Finding[] {
  const refused = part.number === null && findMarker(text) !== null && !text.startsWith("#cloud-config");
  return refused ? [finding("schema-header", locationOf(part, { line: 1, column: 1 }))] : [];
}

function validateConfig(part: Part, config: Config, schema: JsonSchema, validator: Validator): Finding[] {
  const { documents, problem, readAs } = config;
  const [root = null] = documents;
  if (problem === null && documents.length < 2 && root === null) return [finding("schema-empty", locationOf(part))];
  if (documents.length !== 1 || !isMapping(root)) return [];
  const instance = readAs(INSTANCE_TAGS);
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
    return finding("schema-deprecated", locationOf(part, config.locate(path)), { at, rule, ...deprecation });
  const surplus = broken[0]?.params["additionalProperty"];
  const location = config.locate(typeof surplus === "string" ? [...path, surplus] : path);
  const found = describeFound(getValue(instance, path), getValue(config.documents[0], path));
  return finding("schema-invalid", locationOf(part, location), { at, rule, broken, found });
}

function getValue(root: unknown, path: NodePath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], root);
}

/** JavaScript writes 1.0, which is not an integer, as one. */
function describeFound(judged: unknown, value: unknown): string {
  return typeof judged === "number" && !Number.isInteger(judged) ? "a number with a point" : describeValue(value);
}
