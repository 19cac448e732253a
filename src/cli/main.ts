import { Command, CommanderError } from "commander";
import { KubebootError } from "../errors.js";
import { bundleCommand } from "./bundle.js";
import { completionCommand } from "./completion.js";
import { ExitError } from "./exit-error.js";
import { exitStatus } from "./exit-status.js";
import { explainCommand } from "./explain.js";
import { extractCommand } from "./extract.js";
import { fleetCommand } from "./fleet.js";
import { handlerCommand } from "./handler.js";
import { helpCommand } from "./help.js";
import { inspectCommand } from "./inspect.js";
import { write, type Io } from "./io.js";
import { lintCommand } from "./lint.js";
import type { Output } from "./output.js";
import { styleOutput, styleProse, type OutputStyle } from "./output-style.js";
import { platformsCommand } from "./platforms.js";
import { releasesCommand } from "./releases.js";
import { escapeControls, renderFindings } from "./render.js";
import { schemaCommand } from "./schema.js";
import { protectArguments } from "./source-options.js";
import { renderCommand } from "./render-template.js";
import { typesCommand } from "./types.js";
import { upgradeCommand } from "./upgrade.js";
import { writeWrapped } from "./write-wrapped.js";

/**
 * Runs one command line.
 *
 * @param argv the arguments behind the program's name
 * @returns the exit status: 0 success, 1 the input has errors, 2 wrong usage, or a file can't be read or written, 3
 *   an internal error in kubeboot
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const texts: Text[] = [];
  const program = makeProgram(io, argv[0] === "help" ? argv[1] : argv[0], texts);
  try {
    const isUnknown = !isKnown(program, argv);
    if (isUnknown) await refuseUnknown(argv[0]!);
    await program
      // The name alone, because commander would answer a `--help` behind it with the list of commands.
      .parseAsync(protectArguments(isUnknown ? argv.slice(0, 1) : argv), { from: "user" })
      .finally(() => writeTexts(texts));
    return 0;
  } catch (error) {
    const quiet = program.commands.some((command) => command.opts()["quiet"] === true);
    // If stderr itself can't be written, only the exit status reports the error.
    await reportError(error, io, quiet).catch(() => {});
    return exitStatus(error);
  }
}

/** What commander prints: it would not wait for the stream. */
interface Text {
  stream: Output;
  style: OutputStyle;
  text: string;
}

async function writeTexts(texts: readonly Text[]): Promise<void> {
  for (const { stream, style, text } of texts) await writeWrapped(stream, text, style);
}

/** Whether the first argument is a command or an option. */
function isKnown(program: Command, [name = "-"]: readonly string[]): boolean {
  return name.startsWith("-") || program.commands.some((command) => command.name() === name);
}

/** @throws {KubebootError} `usage` where it is known what was meant; commander knows only names that are near */
async function refuseUnknown(name: string): Promise<void> {
  const { suggestCommand } = await import("./suggest-command.js");
  const suggestion = suggestCommand(name);
  if (suggestion !== null) throw new KubebootError("usage", suggestion);
}

/** In the order of the help. */
const COMMANDS = {
  bundle: bundleCommand,
  fleet: fleetCommand,
  lint: lintCommand,
  explain: explainCommand,
  render: renderCommand,
  inspect: inspectCommand,
  extract: extractCommand,
  upgrade: upgradeCommand,
  handler: handlerCommand,
  types: typesCommand,
  platforms: platformsCommand,
  releases: releasesCommand,
  schema: schemaCommand,
  completion: completionCommand,
  help: helpCommand,
};

/** The commands that are about all others. */
const GENERAL: ReadonlySet<string | undefined> = new Set(["completion", "help"]);

/**
 * The program with its commands: only `help` and the named one, if it exists, because making all of them takes time.
 *
 * @param texts collects what commander prints
 */
export function makeProgram(io: Io, name: string | undefined, texts: Text[]): Command {
  const program = new Command("kubeboot")
    .description("Turn cloud-config, scripts and Kubernetes manifests into one user-data blob for cloud-init.")
    .version(KUBEBOOT_VERSION)
    .helpCommand(false)
    .addHelpText("after", EXAMPLES);
  const all = Object.entries(COMMANDS);
  const named = !GENERAL.has(name) && Object.hasOwn(COMMANDS, name ?? "");
  const makers = named ? all.filter(([command]) => command === name || command === "help") : all;
  for (const [, makeCommand] of makers) program.addCommand(makeCommand(io));
  for (const command of [program, ...program.commands]) {
    command
      .helpOption("-h, --help", "print this help")
      .exitOverride()
      .configureOutput({
        writeOut: (text) => texts.push({ stream: io.stdout, style: styleProse(io, io.stdout), text }),
        writeErr: (text) => texts.push({ stream: io.stderr, style: styleProse(io, io.stderr), text }),
        outputError: (error) => {
          const text = describeUsageError(error, command);
          texts.push({ stream: io.stderr, style: styleOutput(io, io.stderr), text });
        },
        getOutHelpWidth: () => styleProse(io, io.stdout).width,
        getErrHelpWidth: () => styleProse(io, io.stderr).width,
        // The help has none, and commander would open the streams of the process to ask them.
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      });
  }
  return program;
}

const EXAMPLES = `
Examples:
  kubeboot bundle pod.yaml disable-selinux.sh > userdata
  kubeboot bundle --gzip -o userdata.gz manifests/ setup.sh
  kubeboot inspect userdata
  kubeboot types`;

/** One line: commander's text is several with the nearest name, and repeats what the user wrote as it is. */
function describeUsageError(text: string, command: Command): string {
  const problem = text
    .replace(/^error: /, "")
    .replace("\n(Did", " (did")
    .trimEnd()
    .replace(/\.$/, "");
  const name = command.parent === null ? "" : ` ${command.name()}`;
  return `kubeboot: error: ${escapeControls(problem)}; see \`kubeboot${name} --help\`\n`;
}

async function reportError(error: unknown, io: Io, quiet: boolean): Promise<void> {
  if (error instanceof CommanderError || error instanceof ExitError) return;
  const style = styleOutput(io, io.stderr);
  const findings = error instanceof KubebootError ? error.findings : [];
  const shown = findings.filter(({ severity }) => severity === "error" || (severity === "warning" && !quiet));
  if (shown.length > 0) await write(io.stderr, await renderFindings(shown, style));
  else await writeWrapped(io.stderr, describeError(error), style);
}

function describeError(error: unknown): string {
  if (error instanceof KubebootError) return `kubeboot: error: ${escapeControls(error.message)}\n`;
  return `kubeboot: internal error: ${escapeControls(String(error))}; please report it with the command that shows it\n`;
}
