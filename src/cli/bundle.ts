import { Command, Option } from "commander";
import { KubebootError } from "../errors.js";
import type { Bundle } from "../model.js";
import { addHandlerSettings, MODES_HELP } from "./handler-options.js";
import { COMMAND_GROUPS, OPTION_GROUPS } from "./help-groups.js";
import { readStdin, write, type Io } from "./io.js";
import { reportFindings } from "./report-findings.js";
import { addSourceOptions, collectSource, resolveFlags, SOURCE_HELP, type SourceFlags } from "./source-options.js";

interface Flags extends SourceFlags {
  output?: string;
  gzip?: true | "auto" | "force";
  base64?: boolean;
  boundary?: string;
  handlerTimeout?: number;
  start: boolean;
  check: boolean;
  terraform?: true;
  json?: true;
  quiet?: true;
}

const EXAMPLES = `
${SOURCE_HELP}

Examples:
  kubeboot bundle pod.yaml disable-selinux.sh > userdata
  kubeboot bundle -o userdata base.cfg run.sh:x-shellscript-per-boot manifests/
  kubeboot bundle --platform ec2 --gzip=auto -o userdata pod.yaml setup.sh
  envsubst < pod.yaml | kubeboot bundle --gzip -o userdata.gz - setup.sh`;

/** `kubeboot bundle SOURCE…` */
export function bundleCommand(io: Io): Command {
  const command = new Command("bundle")
    .helpGroup(COMMAND_GROUPS.make)
    .summary("write one user-data blob")
    .description("Write the sources as one user-data blob, in the listed order, to stdout or a file.")
    .argument("<SOURCE...>", "files to bundle", collectSource)
    .optionsGroup(OPTION_GROUPS.output)
    .option("-o, --output <FILE>", "write to FILE, and replace it only on success (-: stdout)")
    .option("-z, --gzip", "compress the blob")
    .addOption(new GzipWhen("auto", "compress the blob only if it exceeds the size limit of the platform"))
    .addOption(new GzipWhen("force", "compress the blob even if the platform does not handle gzip safely"))
    .option("-b, --base64", "encode the blob as one line of base64")
    .option("--no-base64", "do not encode as base64, even if the platform expects it")
    .option("--boundary <TEXT>", "boundary between the parts (default: derived from the parts)");
  return addHandlerSettings(addSourceOptions(command))
    .optionsGroup(OPTION_GROUPS.checks)
    .option("--no-check", "skip all checks except those that the message needs to stay intact")
    .optionsGroup(OPTION_GROUPS.general)
    .option("--terraform", "answer Terraform's `external` data source: a query on stdin, the blob in JSON on stdout")
    .option("--json", "print a report as JSON to stdout (needs -o)")
    .option("-q, --quiet", "print no notes and warnings, nor what -o wrote")
    .addHelpText("after", `${MODES_HELP}\n  none       do not add a part handler\n${EXAMPLES}`)
    .action((sources: string[], flags: Flags) => bundle(sources, flags, io));
}

/** A flag that looks like a value: an optional value would swallow the source behind `--gzip`. */
class GzipWhen extends Option {
  constructor(when: "auto" | "force", description: string) {
    super(`--gzip=${when}`, description);
    this.preset(when);
  }

  override attributeName(): string {
    return "gzip";
  }
}

async function bundle(sources: readonly string[], flags: Flags, io: Io): Promise<void> {
  const { output: file, json, quiet, terraform, ...options } = flags;
  if (terraform) {
    const { answerTerraform } = await import("./answer-terraform.js");
    const { answer, findings } = await answerTerraform(sources, await resolveFlags(options), { file, json }, io);
    await write(io.stdout, answer);
    return quiet ? undefined : reportFindings(findings, io);
  }
  const output = file === undefined || file === "-" ? null : file;
  if (json && output === null)
    throw new KubebootError("usage", "--json needs -o FILE, because stdout is for the report");
  const { createBundle, keepSources } = await import("../pipeline.js");
  if (output !== null) keepSources(sources, output, options.exclude !== undefined);
  const created = resolveFlags(options).then((resolved) =>
    createBundle(sources, { ...resolved, stdin: readStdin(io) }),
  );
  const making = options.gzip === true ? created.catch(explainBlank) : created;
  const result = await (json ? making.catch((error: unknown) => reportFailure(error, io)) : making);
  if (result.layers[0] === "gzip" && output === null && io.stdout.isTTY) {
    throw new KubebootError("usage", "refusing to write compressed data to a terminal: use -o or redirect stdout");
  }
  if (output === null) await write(io.stdout, result.bytes);
  else (await import("./replace-file.js")).replaceFile(output, result.bytes);
  if (json) {
    const { renderBundle } = await import("./render-bundle.js");
    await write(io.stdout, renderBundle(result));
  }
  if (quiet) return;
  await reportFindings(result.findings, io);
  if (output !== null && !json) await write(io.stderr, await summarize(result, output, options.platform));
}

async function summarize(result: Bundle, file: string, platform?: string): Promise<string> {
  const { renderSummary } = await import("./render-summary.js");
  return renderSummary(result, file, platform);
}

/** The blank in `--gzip auto` makes `auto` a source, which hardly ever exists. */
function explainBlank(error: unknown): never {
  const findings = error instanceof KubebootError ? error.findings : [];
  const missing = findings.find(({ code, path }) => code === "source-missing" && (path === "auto" || path === "force"));
  if (missing === undefined) throw error;
  const message = `\`${missing.path}\` is taken for a source, and there is no such file: write --gzip=${missing.path}`;
  throw new KubebootError("usage", message, [], { cause: error });
}

/** Prints the report of a blob that was not made; stderr gets the error too. */
async function reportFailure(error: unknown, io: Io): Promise<never> {
  if (error instanceof KubebootError && error.code !== "usage") {
    const { renderFailedBundle } = await import("./render-bundle.js");
    await write(io.stdout, renderFailedBundle(error));
  }
  throw error;
}
