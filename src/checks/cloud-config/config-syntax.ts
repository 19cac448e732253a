import { isUtf8 } from "node:buffer";
import { isCloudConfig, readConfig } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import { findMismatchedMarker } from "../../part/find-mismatched-marker.js";
import type { ProblemWords } from "../../yaml/yaml-problem.js";
import type { Check } from "../check.js";

/**
 * cloud-init drops a part that PyYAML can't read (util.py, load_yaml). Other checks report content that is not UTF-8,
 * and what is no cloud-config by its marker.
 */
export const configSyntax: Check = {
  codes: ["config-syntax"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter((part) => isCloudConfig(part) && isUtf8(part.content) && findMismatchedMarker(part) === null)
      .flatMap((part) => {
        const { problem, text } = readConfig(part);
        return problem ? [finding("config-syntax", locationOf(part, problem), chooseWords(problem, text))] : [];
      }),
};

/** The causes that only cloud-config has come first. */
function chooseWords({ reason, fix, isTemplate }: ProblemWords, text: string): { reason: string; fix: string } {
  if (isFlat(text))
    return { reason: "the indentation was lost", fix: "indent the lines below `|`, and the keys of list items" };
  return isTemplate ? { reason, fix: `${fix}, or begin the file with \`## template: jinja\`` } : { reason, fix };
}

/** Whether no line is indented, although a text needs it. */
function isFlat(text: string): boolean {
  return /:[ \t]*[|>][+-]?[ \t]*\r?$/m.test(text) && !/^[ \t]+\S/m.test(text);
}
