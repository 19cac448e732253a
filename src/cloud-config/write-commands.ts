import { textOf } from "../text/text-of.js";

/** The value of `runcmd` or `bootcmd` → the script that cloud-init writes. */

/** What cloud-init writes of an item. */
export interface CommandLine {
  index: number;
  text: string;
  /** Whether the text is that of the item, and not made of a list. */
  isWritten: boolean;
}

/** The items below the first line `#!/bin/sh`, as cloud-init writes them (util.py, shellify); null if it refuses them. */
export function writeCommands(commands: unknown): CommandLine[] | null {
  if (!Array.isArray(commands)) return null;
  const lines = commands.map((command, index) => writeCommand(command, index));
  return lines.every((line) => line !== null) ? lines.filter(({ text }) => text !== "") : null;
}

function writeCommand(command: unknown, index: number): CommandLine | null {
  if (command === null) return { index, text: "", isWritten: false };
  if (typeof command === "string") return { index, text: `${command}\n`, isWritten: true };
  if (!Array.isArray(command)) return null;
  // A number may be written otherwise than in Python, but needs no quotes.
  const words = command.map((word) => `'${textOf(word).replaceAll("'", String.raw`'\''`)}'`);
  return { index, text: `${words.join(" ")}\n`, isWritten: false };
}
