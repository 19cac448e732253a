/** A script and its interpreter → its syntax error, and what the interpreter lacks. */
import { COMMAND_FEATURES, FEATURES, type FeatureWords } from "./features.js";
import { findRefused } from "./find-refused.js";
import type { Interpreter } from "./find-interpreter.js";
import { parseScript, type ParsedScript } from "./parse-script.js";
import type { ShellProblem } from "./shell-error.js";

/** What is known of a script. */
export interface JudgedScript extends Pick<ParsedScript, "problem" | "commands" | "functions"> {
  /** The first use of each feature that dash lacks, if dash runs the script. */
  lacking: readonly (FeatureWords & { offset: number })[];
}

/**
 * `sh` is dash, bash or BusyBox's ash, which are judged by what both dash and bash refuse, like ksh: each has some of
 * the other's. A script that asks which shell runs it is not judged by what dash lacks.
 */
export function judgeScript(text: string, interpreter: Interpreter): JudgedScript {
  if (interpreter === "bash") return { ...parseScript(text, "bash"), lacking: [] };
  const inDash = parseScript(text, "dash");
  const isFlexible = inDash.problem !== null && interpreter !== "dash";
  const parsed = isFlexible ? parseScript(text, "bash") : inDash;
  const isDash = interpreter === "dash" || interpreter === "sh";
  if (parsed.problem !== null || !isDash || ASKS_FOR_SHELL.test(text)) return { ...parsed, lacking: [] };
  const lacking = listLacking(parsed, text);
  const other = inDash.problem && lacking.length === 0 ? [describeOther(inDash.problem)] : [];
  return { ...parsed, lacking: [...lacking, ...other] };
}

/** By a variable, by trying an option in a subshell, or by looking for a command of a shell. */
const ASKS_FOR_SHELL =
  /\(\s*set -\w*o |\b(?:BASH|BASH_VERSION|KSH_VERSION|ZSH_VERSION)\b|\b(?:command -v|type) (?:local|typeset|declare|builtin|disown)\b|\bexec\b(?:(?!\bexec\b).)*\bbash\b/;

function listLacking({ commands, features, functions }: ParsedScript, text: string): JudgedScript["lacking"] {
  const provided = new Set([...text.matchAll(PROVIDES)].map((match) => match[1] ?? match[2]));
  const syntax = features.flatMap(({ name, offset }) => (provided.has(name) ? [] : [{ ...FEATURES[name], offset }]));
  const used = commands.flatMap(({ words: [name] }) => {
    const key = name!.value ?? "";
    return Object.hasOwn(COMMAND_FEATURES, key) && !functions.has(key)
      ? [{ ...COMMAND_FEATURES[key]!, offset: name!.start }]
      : [];
  });
  const refused = commands
    .filter(({ words }) => !functions.has(words[0]!.value ?? ""))
    .flatMap((command) => findRefused(command) ?? []);
  const all = [...syntax, ...used, ...refused].toSorted((a, b) => b.offset - a.offset);
  const first = new Map(all.map((each) => [each.label, each]));
  return [...first.values()].toSorted((a, b) => a.offset - b.offset);
}

/** A variable that the script sets, asks for, or uses besides the process ID, which is enough for a name. */
const PROVIDES =
  /\b(RANDOM|EUID)(?:=|:?[-+?])|(?:\b(?:for|read(?: -r)?) |-[nz] "?\$\{?|\$\$[-._]?\$\{?)(RANDOM|EUID)\b/g;

/** What dash refuses and bash accepts, and is not in the table. */
function describeOther({
  offset,
  problem,
}: {
  offset: number;
  problem: ShellProblem;
}): FeatureWords & { offset: number } {
  return { label: problem.token ?? problem.open ?? "", shells: "bash", instead: "rewrite it", offset };
}
