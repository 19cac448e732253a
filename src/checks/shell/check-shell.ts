/** What is wrong with what shells run. Loaded only if there is any. */
import { finding } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { findEarlyEnd } from "../../shell/find-early-end.js";
import { findLookalikes } from "../../shell/find-lookalikes.js";
import { findQuestions } from "../../shell/find-questions.js";
import { judgeScript } from "../../shell/judge-script.js";
import type { Check } from "../check.js";
import { listScripts } from "./list-scripts.js";
import type { ShellText } from "./shell-text.js";

/** The check of scripts and, if there are any, of the commands that `listCommands` finds. */
export function checkShell(listCommands: (part: Part) => readonly ShellText[]): Check {
  return {
    codes: ["script-syntax", "script-dialect", "script-lookalike", "script-reboot", "script-question"],
    target: "input",
    each: true,
    run: (parts) => parts.flatMap((part) => [...listScripts(part), ...listCommands(part)]).flatMap(checkText),
  };
}

/** Behind a syntax error, nothing is certain. */
function checkText({ text, interpreter, isCommand, locate }: ShellText): Finding[] {
  const { problem, commands, functions, lacking } = judgeScript(text, interpreter);
  if (problem) return [finding("script-syntax", locate(problem.offset), problem.problem)];
  const early = findEarlyEnd(commands, functions);
  return [
    ...lacking.map(({ offset, label: feature, shells, instead }) =>
      finding("script-dialect", locate(offset), { feature, shells, instead, shell: interpreter, isCommand }),
    ),
    ...findLookalikes(text, commands).map(({ offset, ...character }) =>
      finding("script-lookalike", locate(offset), character),
    ),
    ...(early ? [finding("script-reboot", locate(early.offset), { command: early.name })] : []),
    ...findQuestions(text, commands, functions).map(({ name: command, fixed, offset }) =>
      finding("script-question", locate(offset), { command, fixed }),
    ),
  ];
}
