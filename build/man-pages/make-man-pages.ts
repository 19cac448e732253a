import { readFileSync } from "node:fs";
import type { Argument, Command, Option } from "commander";
import { makeProgram } from "../../src/cli/main.ts";
import { readDocument, renderProse, renderStatus, renderTable, type Document } from "./read-document.ts";
import { bold, escapeRoff, paragraph, section, term } from "./roff.ts";
import { splitHelp } from "./split-help.ts";

/**
 * The manual pages, by file name: `kubeboot.1`, and one for each command. They are made of what `--help` prints and of
 * the sections of docs/commands.md.
 *
 * @throws {Error} for a command without a section in the document
 */
export async function makeManPages(): Promise<Record<string, string>> {
  const nowhere = { write: () => {} };
  const program = makeProgram({ stdin: process.stdin, stdout: nowhere, stderr: nowhere, env: {} }, undefined, []);
  const document = await readDocument(readFileSync("docs/commands.md", "utf8"));
  const pages = program.commands.map((command) => [`kubeboot-${command.name()}.1`, renderCommand(command, document)]);
  return { "kubeboot.1": renderProgram(program, document), ...Object.fromEntries(pages) };
}

function renderProgram(program: Command, document: Document): string {
  const conventions = document["Conventions"]!;
  const { examples } = splitHelp(program);
  return [
    renderTitle("kubeboot"),
    section("NAME", "kubeboot \\- turn files into user\\-data for cloud\\-init\n"),
    section("SYNOPSIS", `${bold("kubeboot")} \\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n`),
    section("DESCRIPTION", paragraph(escapeRoff(program.description())) + renderProse(conventions)),
    section("COMMANDS", renderCommands(program)),
    section("OPTIONS", renderOptions(program)),
    section("EXIT STATUS", renderTable(conventions, "exit status")),
    section("ENVIRONMENT", renderProse(document["Environment"]!)),
    section("EXAMPLES", examples),
    section("SEE ALSO", renderReferences(program.commands.map((command) => `kubeboot-${command.name()}`))),
  ].join("");
}

function renderCommand(command: Command, document: Document): string {
  const name = `kubeboot-${command.name()}`;
  const nodes = document[command.name()];
  if (nodes === undefined) throw new Error(`docs/commands.md has no section "${command.name()}"`);
  const { prose, status, examples } = splitHelp(command);
  const table = renderTable(document["Conventions"]!, "exit status");
  return [
    renderTitle(name),
    section("NAME", `${escapeRoff(name)} \\- ${escapeRoff(command.summary())}\n`),
    section("SYNOPSIS", renderSynopsis(command)),
    section("DESCRIPTION", renderProse(nodes) + prose),
    section("OPTIONS", renderOptions(command)),
    section("EXIT STATUS", table + renderStatus(nodes) + status),
    section("EXAMPLES", examples),
    section("SEE ALSO", renderReferences(["kubeboot"])),
  ].join("");
}

/** The date is that of the release, so that the same sources give the same bytes. */
function renderTitle(name: string): string {
  const [, date = ""] = CHANGES.exec(readFileSync("CHANGELOG.md", "utf8")) ?? [];
  return `.TH ${escapeRoff(name.toUpperCase())} 1 "${date}" "kubeboot ${KUBEBOOT_VERSION}" "kubeboot"\n`;
}

const CHANGES = new RegExp(`^## \\[${KUBEBOOT_VERSION.replaceAll(".", "\\.")}\\] - (\\d{4}-\\d\\d-\\d\\d)$`, "m");

function renderSynopsis(command: Command): string {
  const needed = command.options.filter(({ mandatory }) => mandatory).map((option) => renderFlags(option, 1));
  const values = command.registeredArguments.map(renderArgument);
  return [bold("kubeboot"), bold(command.name()), "[\\fIOPTION\\fR]...", ...needed, ...values].join(" ") + "\n";
}

function renderArgument(argument: Argument): string {
  const value = `\\fI${escapeRoff(argument.name())}\\fR`;
  return `${argument.required ? value : `[${value}]`}${argument.variadic ? "..." : ""}`;
}

function renderCommands(program: Command): string {
  const helper = program.createHelp();
  const groups = helper.groupItems([...program.commands], [...program.commands], (command) => command.helpGroup());
  return renderGroups(groups, (command) => {
    return term(`${bold(`kubeboot-${command.name()}`)}(1)`, escapeRoff(command.summary()));
  });
}

function renderOptions(command: Command): string {
  const helper = command.createHelp();
  const options = helper.visibleOptions(command);
  const groups = helper.groupItems([...command.options], options, (option) => option.helpGroupHeading ?? "Other:");
  return renderGroups(groups, renderOption);
}

/** Under the headings of the help; one group needs none. */
function renderGroups<Item>(groups: ReadonlyMap<string, readonly Item[]>, renderItem: (item: Item) => string): string {
  return [...groups]
    .map(([heading, items]) => {
      const title = groups.size > 1 ? `.SS ${escapeRoff(heading.replace(/:$/, ""))}\n` : "";
      return title + items.map(renderItem).join("");
    })
    .join("");
}

function renderOption(option: Option): string {
  const { description, argChoices = [], defaultValue } = option;
  const choices = argChoices.length > 0 ? [`one of ${argChoices.join(", ")}`] : [];
  const usual = typeof defaultValue === "string" ? [`default: ${defaultValue}`] : [];
  const notes = [...choices, ...usual].join("; ");
  return term(renderFlags(option), escapeRoff(notes === "" ? description : `${description} (${notes})`));
}

/** The first `count` forms of an option, and its value. */
function renderFlags({ flags }: Option, count = 2): string {
  const [, names = "", value] = /^(.*?)(?: <(.*)>)?$/.exec(flags)!;
  const literals = names.split(", ").slice(0, count).map(bold).join(", ");
  return value === undefined ? literals : `${literals} \\fI${escapeRoff(value)}\\fR`;
}

function renderReferences(names: readonly string[]): string {
  const pages = [...names, "cloud-init"].map((name) => `${bold(name)}(1)`).join(",\n");
  return `${pages}\n${paragraph("The documents in docs/ are part of the npm package.")}`;
}
