import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { writeCommands, type CommandLine } from "../../cloud-config/write-commands.js";
import { locationOf } from "../../findings/finding.js";
import type { Part } from "../../model.js";
import { countUpTo, createPositionFinder } from "../../text/text-position.js";
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
  const locateOffset = createLocator(part, key, lines);
  const locate: ShellText["locate"] = (offset) => locationOf(part, locateOffset(offset));
  return { text, interpreter: "sh", isCommand: true, locate };
}

/** Scripts have many findings and many commands: the start of each line is looked up, and each line is read once. */
function createLocator(
  part: Part,
  key: string,
  lines: readonly CommandLine[],
): (offset: number) => { line: number; column: number } {
  let end = 0;
  const commands = lines.map(({ text, index, isWritten }) => {
    const start = end;
    end += text.length;
    return { path: [key, index], isWritten, start, positionAt: createPositionFinder(text) };
  });
  const starts = commands.map(({ start }) => start);
  const { locate, locateInside } = readConfig(part);
  return (offset) => {
    const { path, isWritten, start, positionAt } = commands[countUpTo(starts, offset) - 1]!;
    return isWritten ? locateInside(path, positionAt(offset - start)) : locate(path);
  };
}
