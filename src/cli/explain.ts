import { Command, Option } from "commander";
import { KubebootError } from "../errors.js";
import { hasErrors } from "../findings/finding.js";
import type { Explanation } from "../explain/explanation.js";
import { ExitError } from "./exit-error.js";
import { hasColor, readStdin, write, type Io } from "./io.js";
import { addSourceOptions, collectSource, resolveFlags, SOURCE_HELP, type SourceFlags } from "./source-options.js";

const FORMATS = ["text", "json", "mermaid", "html"] as const;

type Format = (typeof FORMATS)[number];

interface Flags extends SourceFlags {
  format: Format;
  json?: true;
  config?: true;
}

const EXAMPLES = `
${SOURCE_HELP}
A finished blob is explained alone. Nothing is run, and nothing is fetched.

Exit status: 1 if there are errors, which are part of what is printed.

Examples:
  kubeboot explain base.cfg setup.sh manifests/
  kubeboot explain userdata
  kubeboot explain --format html base.cfg setup.sh > boot.html
  kubeboot explain --config base.cfg web.cfg > merged.cfg`;

/** `kubeboot explain SOURCE…|BLOB` */
export function explainCommand(io: Io): Command {
  const command = new Command("explain")
    .summary("say what happens at boot, in order")
    .description("Say what the instance does with the sources or the blob, in the order in which it happens.")
    .argument("<SOURCE...>", "files or a blob to explain", collectSource)
    .addOption(new Option("--format <FORMAT>", "output format").choices(FORMATS).default("text"))
    .addOption(new Option("--json", "the same as --format json").conflicts("format"))
    .addOption(new Option("--config", "print only the merged cloud-config, as YAML").conflicts(["format", "json"]));
  return addSourceOptions(command)
    .addHelpText("after", EXAMPLES)
    .action((sources: string[], flags: Flags) => explain(sources, flags, io));
}

async function explain(sources: readonly string[], flags: Flags, io: Io): Promise<void> {
  const { format, json, config, ...options } = flags;
  const { explainSources } = await import("../explain-sources.js");
  const explanation = await explainSources(sources, { ...(await resolveFlags(options)), stdin: readStdin(io) });
  await write(io.stdout, config ? textOf(explanation) : await render(explanation, json ? "json" : format, io));
  if (hasErrors(explanation.findings)) throw new ExitError(1);
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
      return (await import("./render-explanation.js")).renderExplanation(explanation, {
        color: hasColor(io, io.stdout),
      });
  }
}
