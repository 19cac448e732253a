import { locationOf } from "../../findings/finding.js";
import type { Part } from "../../model.js";
import { readScript } from "../../part/script-head.js";
import { findInterpreter } from "../../shell/find-interpreter.js";
import { createPositionFinder } from "../../text/text-position.js";
import type { ShellText } from "./shell-text.js";

/** The script of the part, if a shell runs it. Other checks report CRLF and NUL, which break it too. */
export function listScripts(part: Part): readonly ShellText[] {
  const script = readScript(part);
  if (script === null || /\r\n|\0/.test(script.text)) return [];
  const interpreter = findInterpreter(script.text);
  if (interpreter === null) return [];
  const positionAt = createPositionFinder(script.text);
  const locate: ShellText["locate"] = (offset) => {
    const { line, column } = positionAt(offset);
    return locationOf(part, { line: line + script.line - 1, column });
  };
  return [{ text: script.text, interpreter, isCommand: false, locate }];
}
