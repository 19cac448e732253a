import type { Command } from "commander";
import { bold, escapeRoff, literal, paragraph, term } from "./roff.ts";

/** What `--help` prints below the options, in roff. */
export interface HelpText {
  prose: string;
  status: string;
  examples: string;
}

/** Takes apart what `--help` of the command prints below the options. */
export function splitHelp(command: Command): HelpText {
  const blocks = readTextBelow(command)
    .trim()
    .split(/\n{2,}/);
  const render = (kind: Kind, print: (block: string) => string): string =>
    blocks
      .filter((block) => kindOf(block) === kind)
      .map(print)
      .join("");
  return {
    prose: render("prose", renderBlock),
    status: render("status", (block) => paragraph(escapeRoff(capitalize(block.replace("Exit status: ", ""))))),
    examples: render("examples", (block) => literal(dedent(block.replace(/^Examples:\n/, "")))),
  };
}

type Kind = "prose" | "status" | "examples";

function kindOf(block: string): Kind {
  if (block.startsWith("Examples:\n")) return "examples";
  return block.startsWith("Exit status: ") ? "status" : "prose";
}

/** The texts of `addHelpText`, which commander only prints. */
function readTextBelow(command: Command): string {
  const before = command.helpInformation();
  let text = "";
  command.configureOutput({ writeOut: (piece) => (text += piece) }).outputHelp();
  return text.slice(before.length);
}

/** A paragraph, or a heading with indented lines: a term and its meaning, or the rest of the meaning above. */
function renderBlock(block: string): string {
  const [first = "", ...others] = block.split("\n");
  if (!first.endsWith(":") || others.length === 0) return paragraph(escapeRoff(block));
  return paragraph(escapeRoff(first)) + others.map(renderRow).join("");
}

function renderRow(row: string): string {
  const [, name, meaning] = /^ {2}(\S+) +(.*)$/.exec(row) ?? [];
  return name === undefined ? `${escapeRoff(row.trim())}\n` : term(bold(name), escapeRoff(meaning!));
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function dedent(text: string): string {
  return text.replace(/^ {2}/gm, "");
}
