import { Command, Option } from "commander";
import { KubebootError } from "../errors.js";
import { hasErrors } from "../findings/finding.js";
import type { LintResult } from "../model.js";
import { COMMAND_GROUPS, OPTION_GROUPS } from "./help-groups.js";
import { readStdin, write, type Io } from "./io.js";
import { ExitError } from "./exit-error.js";
import { styleOutput } from "./output-style.js";
import { addSourceOptions, collectSource, resolveFlags, SOURCE_HELP, type SourceFlags } from "./source-options.js";

const FORMATS = ["text", "json", "github", "sarif", "gitlab", "junit"] as const;

type Format = (typeof FORMATS)[number];

interface Flags extends SourceFlags {
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
    .action((sources: string[], flags: Flags, self: Command) => {
      // Not needed with --list, and commander knows only arguments that always are.
      if (sources.length === 0 && !flags.list) self.error("error: missing required argument 'SOURCE'");
      return lint(sources, flags, io);
    });
}

async function lint(sources: readonly string[], flags: Flags, io: Io): Promise<void> {
  const { format: named, json, list, quiet, ...options } = flags;
  const format = json ? "json" : named;
  if (list) return write(io.stdout, await renderList(format, io));
  const { lintSources } = await import("../pipeline.js");
  const result = await lintSources(sources, { ...(await resolveFlags(options)), stdin: readStdin(io) });
  const findings = quiet ? result.findings.filter(({ severity }) => severity === "error") : result.findings;
  if (findings.length > 0 || format !== "text") {
    await write(io.stdout, await render({ ...result, findings }, format, io));
  }
  if (hasErrors(findings)) throw new ExitError(1);
}

async function renderList(format: Format, io: Io): Promise<string> {
  const { renderChecks, renderChecksJson } = await import("./render-checks.js");
  if (format === "text") return renderChecks(styleOutput(io, io.stdout));
  if (format === "json") return renderChecksJson();
  throw new KubebootError("usage", "--list supports the formats text and json only");
}

/** Loads only the requested format. */
async function render(result: LintResult, format: Format, io: Io): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./render.js")).renderJson({ findings: result.findings });
    case "github":
      return (await import("./render-lint-github.js")).renderLintGithub(result.findings);
    case "sarif":
      return (await import("./render-lint-sarif.js")).renderLintSarif(result.findings);
    case "gitlab":
      return (await import("./render-lint-gitlab.js")).renderLintGitlab(result.findings);
    case "junit":
      return (await import("./render-lint-junit.js")).renderLintJunit(result);
    case "text":
      return (await import("./render-lint-text.js")).renderLintText(result, styleOutput(io, io.stdout));
  }
}
