import { finding, locationOf } from "../findings/finding.js";
import type { Part } from "../model.js";
import { effectiveType } from "../part/effective-type.js";
import { readText } from "../part/part-text.js";
import { BOOTHOOK } from "../part/script-folders.js";
import { readScriptHead } from "../part/script-head.js";
import { findInterpreter } from "../shell/find-interpreter.js";
import type { Check } from "./check.js";

export const programMissing: Check = {
  codes: ["program-missing"],
  target: "input",
  run: (parts, release) => {
    if (release === null) return [];
    return parts.flatMap((part) => {
      const head = readScriptHead(part);
      const program = head === null ? null : findInterpreter(head.text);
      if (program === null || !release.lacks.includes(program) || isInstalled(program, part, parts)) return [];
      const location = locationOf(part, { line: head!.line, column: 1 });
      return [finding("program-missing", location, { release: release.name, program })];
    });
  },
};

/** Packages are installed before scripts run, but after boothooks. A name in the list may be that of another list. */
function isInstalled(program: string, script: Part, parts: readonly Part[]): boolean {
  const inList = new RegExp(`^packages:[^]*(?:- |[[,] *)["']?${program}["']?\\s*(?:$|[,\\]#])`, "m");
  return (
    effectiveType(script) !== BOOTHOOK &&
    parts.some((part) => effectiveType(part) === "text/cloud-config" && inList.test(readText(part)))
  );
}
