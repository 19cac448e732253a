import { isCloudConfig, readConfig } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Check } from "../check.js";

/** PyYAML uses the last of two equal keys (constructor.py, construct_mapping). */
export const repeatedKeys: Check = {
  codes: ["config-key-repeated"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.filter(isCloudConfig).flatMap((part) =>
      readConfig(part).repeatedKeys.map(({ key, firstLine, location }) => {
        const { line } = locationOf(part, { line: firstLine });
        return finding("config-key-repeated", locationOf(part, location), { key, line: line! });
      }),
    ),
};
