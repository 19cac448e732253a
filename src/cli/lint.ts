import { Command } from "commander";
import { KubebootError } from "../errors.js";
import { hasErrors } from "../findings.js";
import { hasColor, write, type Io } from "./io.js";
import { renderFindings, renderJson } from "./render.js";

interface Flags {
  defaultType?: string;
  json?: true;
  quiet?: true;
}

const EXAMPLES = `
A SOURCE is a file, a folder (its files by name), PATH:TYPE, "-" (standard input), or "-:TYPE".

Examples:
  kubeboot lint base.cfg setup.sh manifests/`;

/** `kubeboot lint SOURCE…` */
export function lintCommand(io: Io): Command {
  return new Command("lint")
    .summary("run the checks alone")
    .description("Tells what would go wrong at boot, and writes nothing.")
    .argument("<SOURCE...>", "what to check", collectSource)
    .option("-T, --default-type <TYPE>", "the content type of files that nothing else decides")
    .option("--json", "report as JSON")
    .option("--quiet", "no notes and warnings")
    .addHelpText("after", EXAMPLES)
    .action((sources: string[], flags: Flags) => lint(sources, flags, io));
}

function collectSource(source: string, earlier: string[] = []): string[] {
  return [...earlier, source.replace(/^\0/, "")];
}

async function lint(sources: readonly string[], { json, quiet, ...options }: Flags, io: Io): Promise<void> {
  const { lintSources } = await import("../pipeline.js");
  const findings = await lintSources(sources, { ...options, stdin: io.stdin });
  const shown = quiet ? findings.filter(({ severity }) => severity === "error") : findings;
  await write(io.stdout, json ? renderJson({ findings: shown }) : renderFindings(shown, { color: hasColor(io) }));
  if (hasErrors(findings)) throw new KubebootError("invalid", "the sources have errors");
}
