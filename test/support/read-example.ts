/** The fenced blocks of "diff" in a section of docs/checks.md → the sources before and after. */

/** The files of one side of an example, and the sources to lint. */
export interface Example {
  files: Record<string, Uint8Array>;
  sources: string[];
  options: { release?: string };
}

const COMMAND = "kubeboot lint ";

/**
 * A block "diff SOURCE" shows a file, a block "diff" the command, by default one that lints all files in their order.
 * Lines that begin with `-` are in the bad example alone, and those with `+` in the good one.
 */
export function readExample(section: string): { bad: Example; good: Example } {
  const blocks = [...section.matchAll(/^```diff ?(.*)\n([\s\S]*?)^```$/gm)].map(([, source = "", diff = ""]) => ({
    source,
    diff,
  }));
  return { bad: takeSide(blocks, "-"), good: takeSide(blocks, "+") };
}

interface Block {
  source: string;
  diff: string;
}

function takeSide(blocks: readonly Block[], side: "-" | "+"): Example {
  const files = blocks.filter(({ source }) => source !== "");
  const commands = blocks.filter(({ source }) => source === "").map(({ diff }) => takeLines(diff, side).trimEnd());
  return {
    files: Object.fromEntries(
      files.map(({ source, diff }) => [source.split(":", 1)[0]!, toBytes(takeLines(diff, side))]),
    ),
    sources: commands.length > 0 ? commands.map(readSource) : files.map(({ source }) => source),
    options: commands.flatMap(readOptions)[0] ?? {},
  };
}

function takeLines(diff: string, side: "-" | "+"): string {
  const lines = diff.match(/^.*\n/gm) ?? [];
  return lines
    .filter((line) => line.startsWith(side) || /^[ \n]/.test(line))
    .map((line) => line.replace(/^[-+ ]/, ""))
    .join("");
}

function readSource(command: string): string {
  if (!command.startsWith(COMMAND)) throw new Error(`not a command of an example: ${command}`);
  return command.slice(COMMAND.length).replace(RELEASE, "");
}

const RELEASE = /^--release (\S+) /;

function readOptions(command: string): { release: string }[] {
  const [, release] = RELEASE.exec(command.slice(COMMAND.length)) ?? [];
  return release === undefined ? [] : [{ release }];
}

/** `\xff` stands for a byte. */
function toBytes(text: string): Uint8Array {
  return Buffer.from(
    text.replace(/\\x([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    "latin1",
  );
}
