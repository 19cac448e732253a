import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { readScriptHead } from "../part/script-head.js";
import type { Check } from "./check.js";

/** How much of the first line Linux reads since 5.1, and before (include/uapi/linux/binfmts.h, BINPRM_BUF_SIZE). */
const READ_NOW = 255;
const READ_ONCE = 127;

export const scriptShebang: Check = {
  codes: ["script-no-shebang", "shebang-interpreter", "shebang-arguments", "shebang-relative", "shebang-long"],
  target: "input",
  each: true,
  run: (parts) => parts.filter(({ content }) => content.length > 0).flatMap(checkPart),
};

function checkPart(part: Part): Finding[] {
  const head = readScriptHead(part);
  // An ELF program needs none; another check reports that it is not UTF-8.
  if (head === null || head.text.startsWith("\x7fELF")) return [];
  const location = locationOf(part, { line: head.line, column: 1 });
  if (!head.text.startsWith("#!")) return [finding("script-no-shebang", location)];
  const [line] = head.text.split("\n", 1);
  const bytes = Buffer.byteLength(line!);
  const path = readPath(line!);
  const reason = findProblem(line!);
  if (reason !== null) return [finding("shebang-interpreter", location, { reason, path })];
  return [
    ...findArguments(part, line!, head.line),
    ...(path.startsWith("/") ? [] : [finding("shebang-relative", location, { path })]),
    ...(bytes > READ_ONCE ? [finding("shebang-long", location, { bytes })] : []),
  ];
}

/** Why the kernel finds no interpreter (fs/binfmt_script.c, load_script), or null. */
function findProblem(line: string): string | null {
  const path = readPath(line);
  if (path === "") return "no interpreter after `#!`";
  const read = Buffer.from(line).subarray(0, READ_NOW).toString("latin1");
  if (Buffer.byteLength(line) > READ_NOW && !/^#![ \t]*[^ \t]+[ \t]/.test(read)) {
    return `the path of the interpreter goes beyond byte ${READ_NOW}, where Linux stops reading`;
  }
  if (path.includes("\r")) return "the path of the interpreter ends in a carriage return";
  return path.includes("/") ? null : `\`${path}\` is not a path, and Linux does not search \`PATH\``;
}

/**
 * Several arguments are one to the kernel (fs/binfmt_script.c). env treats it as a program unless it begins with -S,
 * and shells as options that include the blank; other interpreters may split it.
 */
function findArguments(part: Part, line: string, lineNumber: number): Finding[] {
  const [, before, path, argument] = /^(#![ \t]*([^ \t\0]+)[ \t]+)([^\0]*?)[ \t]*$/.exec(line) ?? [];
  if (argument === undefined || !/[ \t]/.test(argument)) return [];
  const interpreter = /^\/(?:usr\/)?bin\/(env|sh|bash|dash)$/.exec(path!)?.[1];
  if (!interpreter || (interpreter === "env" && SPLITS.test(argument))) return [];
  const location = locationOf(part, { line: lineNumber, column: before!.length + 1 });
  return [finding("shebang-arguments", location, { path: path!, argument })];
}

/** GNU coreutils since 8.30, and FreeBSD. */
const SPLITS = /^(?:-[A-Za-z0-9]*S|--split-string)/;

/** A NUL ends it too. */
function readPath(line: string): string {
  return /^#![ \t]*([^ \t\0]*)/.exec(line)![1]!;
}
