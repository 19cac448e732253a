import { Command, Option } from "commander";
import { KubebootError } from "../errors.js";
import { hasErrors } from "../findings/finding.js";
import type { Explanation } from "../explain/explanation.js";
import type { LintOptions } from "../options.js";
import { ExitError } from "./exit-error.js";
import { COMMAND_GROUPS, OPTION_GROUPS } from "./help-groups.js";
import { readStdin, write, type Io } from "./io.js";
import { styleProse } from "./output-style.js";
import { addSourceOptions, collectSource, resolveFlags, SOURCE_HELP, type SourceFlags } from "./source-options.js";

const FORMATS = ["text", "json", "mermaid", "html"] as const;

type Format = (typeof FORMATS)[number];

interface Flags extends SourceFlags {
  format: Format;
  json?: true;
  config?: true;
  node?: string;
}

const EXAMPLES = `
${SOURCE_HELP} A finished blob is explained alone. Nothing is run, and nothing is fetched.

Exit status: 1 if there are errors, which are part of what is printed.

Examples:
  kubeboot explain base.cfg setup.sh manifests/
  kubeboot explain userdata
  kubeboot explain --format html base.cfg setup.sh > boot.html
  kubeboot explain --config base.cfg web.cfg > merged.cfg`;

/** `kubeboot explain SOURCE…|BLOB` */
export function explainCommand(io: Io): Command {
  const command = new Command("explain")
    .helpGroup(COMMAND_GROUPS.check)
    .summary("say what happens at boot, in order")
    .description("Say what the instance does with the sources or the blob, in the order in which it happens.")
    .argument("<SOURCE...>", "files or a blob to explain", collectSource)
    .optionsGroup(OPTION_GROUPS.output)
    .addOption(new Option("--format <FORMAT>", "output format").choices(FORMATS).default("text"))
    .addOption(new Option("--json", "the same as --format json").conflicts("format"))
    .addOption(new Option("--config", "print only the merged cloud-config, as YAML").conflicts(["format", "json"]));
  command.option("--node <NAME>", "explain this node of a fleet (SOURCE: its description)");
  return addSourceOptions(command)
    .optionsGroup(OPTION_GROUPS.general)
    .addHelpText("after", EXAMPLES)
    .action((sources: string[], flags: Flags) => runExplain(sources, flags, io));
}

async function runExplain(sources: readonly string[], flags: Flags, io: Io): Promise<void> {
  const { format, json, config, node, ...given } = flags;
  const options = { ...(await resolveFlags(given)), stdin: readStdin(io) };
  const explanation = await (node === undefined ? explain(sources, options) : explainFleet(sources, node, options));
  await write(io.stdout, config ? textOf(explanation) : await render(explanation, json ? "json" : format, io));
  if (hasErrors(explanation.findings)) throw new ExitError(1);
}

async function explain(sources: readonly string[], options: LintOptions): Promise<Explanation> {
  return (await import("../explain-sources.js")).explainSources(sources, options);
}

async function explainFleet(sources: readonly string[], node: string, options: LintOptions): Promise<Explanation> {
  const [path] = sources;
  if (path === undefined || sources.length > 1)
    throw new KubebootError("usage", "--node needs one description of a fleet");
  return (await import("../lint-fleet.js")).explainNode(path, node, options);
}

function textOf({ config, findings }: Explanation): string {
  if (config.text !== null) return config.text;
  throw new KubebootError("invalid", `the merged cloud-config can't be written: ${config.uncertain}`, findings);
}

/** Loads only the requested format. */
async function render(explanation: Explanation, format: Format, io: Io): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./render-explanation-json.js")).renderExplanationJson(explanation);
    case "mermaid":
      return (await import("./render-explanation-mermaid.js")).renderExplanationMermaid(explanation);
    case "html":
      return (await import("./render-explanation-html.js")).renderExplanationHtml(explanation);
    case "text":
      return (await import("./render-explanation.js")).renderExplanation(explanation, styleProse(io, io.stdout));
  }
}
