import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { findMismatchedMarker } from "../../part/find-mismatched-marker.js";
import type { Check } from "../check.js";
import { findPlaceholders, mayHavePlaceholders } from "../find-placeholders.js";

/** Without commands, content of files, and settings of other programs: those have braces of their own. */
const PATTERNS = [
  "hostname",
  "fqdn",
  "timezone",
  "locale",
  "password",
  "ssh_authorized_keys[]",
  "users[].name",
  "users[].ssh_authorized_keys[]",
  "packages[]",
  "ntp.servers[]",
  "ntp.pools[]",
  "write_files[].path",
  "write_files[].owner",
  "write_files[].permissions",
];

export const configPlaceholders: Check = {
  codes: ["config-placeholder"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter((part) => isCloudConfig(part) && findMismatchedMarker(part) === null && mayHavePlaceholders(part.content))
      .flatMap((part) => {
        const { locateValue } = readConfig(part);
        return findPlaceholders({
          code: "config-placeholder",
          part,
          value: rootOf(part),
          patterns: PATTERNS,
          locate: locateValue,
        }).slice(0, 1);
      }),
};
