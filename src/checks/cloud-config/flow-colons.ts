import { isCloudConfig, readConfig } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Check } from "../check.js";

/** PyYAML stops at the first one. */
export const flowColons: Check = {
  codes: ["config-colon"],
  target: "input",
  each: true,
  run: (parts, release) => {
    if (!release?.refusesColons) return [];
    return parts.filter(isCloudConfig).flatMap((part) => {
      const at = readConfig(part).findFlowColon();
      return at === null ? [] : [finding("config-colon", locationOf(part, at), { release: release.name })];
    });
  },
};
