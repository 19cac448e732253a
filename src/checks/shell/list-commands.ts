import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { writeCommands, type CommandLine } from "../../cloud-config/write-commands.js";
import { locationOf } from "../../findings/finding.js";
import type { Part } from "../../model.js";
import { createPositionFinder } from "../../text/text-position.js";
import type { ShellText } from "./shell-text.js";

/** The scripts that cloud-init writes of `runcmd` and `bootcmd`. */
export function listCommands(part: Part): readonly ShellText[] {
  if (!isCloudConfig(part)) return [];
  return ["bootcmd", "runcmd"].flatMap((key) => {
    const lines = writeCommands(rootOf(part)[key]);
    return lines && lines.length > 0 ? [makeText(part, key, lines)] : [];
  });
}

function makeText(part: Part, key: string, lines: readonly CommandLine[]): ShellText {
  const text = lines.map((line) => line.text).join("");
  const locate: ShellText["locate"] = (offset) => locationOf(part, locateIn(part, key, lines, offset));
  return { text, interpreter: "sh", isCommand: true, locate };
}

function locateIn(
  part: Part,
  key: string,
  lines: readonly CommandLine[],
  offset: number,
): { line: number; column: number } {
  let start = 0;
  const found = lines.find(({ text }) => offset < (start += text.length)) ?? lines.at(-1)!;
  const { locate, locateInside } = readConfig(part);
  const path = [key, found.index];
  if (!found.isWritten) return locate(path);
  return locateInside(path, createPositionFinder(found.text)(offset - (start - found.text.length)));
}
