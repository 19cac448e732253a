import { KNOWN_KEYS, REMOVED_KEYS } from "../../cloud-config/config-keys.js";
import { describeValue } from "../../cloud-config/describe-value.js";
import { findTypeErrors, type TypeProblem } from "../../cloud-config/find-type-errors.js";
import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { describeValueType } from "../../cloud-config/value-type.js";
import { MODULE_SCHEMAS } from "../../cloud-config/module-schemas.js";
import { findNearest } from "../../text/find-nearest.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part, Location } from "../../model.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

/** cloud-init itself reports such values only at boot, in a log that nobody reads. */
export const configTypes: Check = {
  codes: ["config-key-unknown", "config-type", "config-not-text", "config-permissions"],
  target: "input",
  run: (parts) => parts.filter(isCloudConfig).flatMap(checkTypes),
};

function checkTypes(part: Part): Finding[] {
  const { locate } = readConfig(part);
  return Object.entries(rootOf(part)).flatMap(([key, value]) => {
    if (!KNOWN_KEYS.has(key) && !Object.hasOwn(REMOVED_KEYS, key)) {
      return [unknownKey(key, locationOf(part, locate([key])), KNOWN_KEYS)];
    }
    const valueType = Object.hasOwn(MODULE_SCHEMAS, key) ? MODULE_SCHEMAS[key] : undefined;
    if (!valueType) return [];
    return findTypeErrors(value, valueType, [key]).map((problem) =>
      describe(problem, locationOf(part, locate(problem.path))),
    );
  });
}

function unknownKey(key: string, location: Location, known: Iterable<string>): Finding {
  return finding("config-key-unknown", location, { key, nearest: findNearest(key, known) });
}

function describe({ path, value, problem, valueType }: TypeProblem, location: Location): Finding {
  const key = describePath(path);
  const found = describeValue(value);
  if (problem === "unknown-key") {
    return unknownKey(String(path.at(-1)), location, valueType.kind === "mapping" ? Object.keys(valueType.keys) : []);
  }
  if (problem === "not-mode") {
    return finding("config-permissions", location, { found: String(value), mode: Number(value).toString(8) });
  }
  if (problem === "not-text") return finding("config-not-text", location, { key, found });
  return finding("config-type", location, { key, expected: describeValueType(valueType), found });
}

/** `write_files[0].content` */
function describePath(path: NodePath): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .slice(1);
}
