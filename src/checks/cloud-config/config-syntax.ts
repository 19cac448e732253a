import { isUtf8 } from "node:buffer";
import { isCloudConfig, readConfig } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import { findMismatchedMarker } from "../../part/find-mismatched-marker.js";
import type { Check } from "../check.js";

/**
 * cloud-init drops a part that PyYAML can't read (util.py, load_yaml). Other checks report content that is not UTF-8,
 * and what is no cloud-config by its marker.
 */
export const configSyntax: Check = {
  codes: ["config-syntax"],
  target: "input",
  run: (parts) =>
    parts
      .filter((part) => isCloudConfig(part) && isUtf8(part.content) && findMismatchedMarker(part) === null)
      .flatMap((part) => {
        const { problem, text } = readConfig(part);
        const args = { reason: problem?.reason ?? "", flat: isFlat(text) };
        return problem ? [finding("config-syntax", locationOf(part, problem), args)] : [];
      }),
};

/** Whether a text that needs indentation has no indented line. */
function isFlat(text: string): boolean {
  return /:[ \t]*[|>]?[ \t]*\r?$/m.test(text) && !/^[ \t]+\S/m.test(text);
}
