import { Command, Option } from "commander";
import { COMMAND_GROUPS, OPTION_GROUPS } from "./help-groups.js";
import type { Io } from "./io.js";
import { addSourceOptions, collectSource, SOURCE_HELP, type SourceFlags } from "./source-options.js";

const FORMATS = ["text", "json", "github", "sarif", "gitlab", "junit"] as const;

/** How the findings are written. */
export type Format = (typeof FORMATS)[number];

/** The options of `lint`, as commander returns them. */
export interface LintFlags extends SourceFlags {
  format: Format;
  schema: string;
  json?: true;
  list?: true;
  quiet?: true;
}

const EXAMPLES = `
${SOURCE_HELP} The parts of a finished blob are checked on their own.

Examples:
  kubeboot lint base.cfg setup.sh manifests/
  kubeboot lint --strict --format github base.cfg setup.sh
  kubeboot lint userdata
  kubeboot lint --list`;

/** `kubeboot lint SOURCE…|BLOB…` */
export function lintCommand(io: Io): Command {
  const command = new Command("lint")
    .helpGroup(COMMAND_GROUPS.check)
    .summary("check sources and blobs")
    .description("Report what would go wrong at boot. Nothing is written.")
    .argument("[SOURCE...]", "files or blobs to check", collectSource)
    .optionsGroup(OPTION_GROUPS.output)
    .addOption(new Option("--format <FORMAT>", "output format").choices(FORMATS).default("text"))
    .addOption(new Option("--json", "the same as --format json").conflicts("format"));
  return addSourceOptions(command)
    .optionsGroup(OPTION_GROUPS.checks)
    .option(
      "--schema <FILE|URL|auto|off>",
      "also validate cloud-config against cloud-init's JSON schema (auto: that of an installed cloud-init)",
      "off",
    )
    .option("--list", "print every check with its code, severity and reason")
    .optionsGroup(OPTION_GROUPS.general)
    .option("-q, --quiet", "print no notes and warnings")
    .addHelpText("after", EXAMPLES)
    .action(async (sources: string[], flags: LintFlags, self: Command) => {
      // Not needed with --list, and commander knows only arguments that always are.
      if (sources.length === 0 && !flags.list) self.error("error: missing required argument 'SOURCE'");
      const { runLint } = await import("./run-lint.js");
      return runLint(sources, flags, io);
    });
}
