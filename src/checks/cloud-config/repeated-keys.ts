import { isCloudConfig, readConfig } from "../../cloud-config/read-config.js";
import { finding, placeIn } from "../../findings/finding.js";
import type { Check } from "../check.js";

/** PyYAML takes the last of two equal keys (constructor.py, construct_mapping). */
export const repeatedKeys: Check = {
  codes: ["config-key-repeated"],
  of: "listed",
  run: (parts) =>
    parts.filter(isCloudConfig).flatMap((part) =>
      readConfig(part).repeatedKeys.map(({ key, firstLine, place }) => {
        return finding("config-key-repeated", placeIn(part, place), { key, line: firstLine });
      }),
    ),
};
