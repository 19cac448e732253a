import { KNOWN_KEYS } from "../../cloud-config/config-keys.js";
import { findTypeErrors } from "../../cloud-config/find-type-errors.js";
import { MODULE_SCHEMAS } from "../../cloud-config/module-schemas.js";
import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { REMOVED_KEYS } from "../../releases/changes.js";
import { findReader } from "../../releases/readers.js";
import type { Check } from "../check.js";
import { describeTypeProblem } from "./describe-type-problem.js";
import { suggestKey } from "./suggest-key.js";

/** cloud-init itself reports such values only at boot, in a log that nobody reads. */
export const configTypes: Check = {
  codes: [
    "config-key-unknown",
    "config-type",
    "config-value",
    "config-key-missing",
    "config-tolerated",
    "config-not-text",
    "config-permissions",
  ],
  target: "input",
  each: true,
  run: (parts, release) => {
    const others = (release && findReader(release.reader)?.keys) ?? {};
    return parts.filter(isCloudConfig).flatMap((part) => checkTypes(part, (key) => Object.hasOwn(others, key)));
  },
};

/** @param isOther whether a program other than cloud-init reads the key */
function checkTypes(part: Part, isOther: (key: string) => boolean): Finding[] {
  const { locate, writtenAt } = readConfig(part);
  return Object.entries(rootOf(part)).flatMap(([key, value]) => {
    if (!KNOWN_KEYS.has(key) && !REMOVED_KEYS.has(key) && !isOther(key)) {
      const fix = suggestKey([key], [...KNOWN_KEYS]);
      return [finding("config-key-unknown", locationOf(part, locate([key])), { key, fix })];
    }
    const valueType = Object.hasOwn(MODULE_SCHEMAS, key) ? MODULE_SCHEMAS[key] : undefined;
    if (!valueType) return [];
    return findTypeErrors(value, valueType, [key]).map((found) =>
      describeTypeProblem(found, locationOf(part, locate(found.path)), writtenAt(found.path)),
    );
  });
}
