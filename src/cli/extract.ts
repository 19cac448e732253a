import { Command } from "commander";
import type { ExtractedBundle } from "../model.js";
import { readStdin, write, type Io } from "./io.js";
import { parseCount } from "./parse-count.js";
import { reportRead } from "./report-read.js";

interface Flags {
  directory: string;
  force?: true;
  handler?: true;
  maxBytes?: number;
  json?: true;
  quiet?: true;
}

const EXAMPLES = `
A BLOB is what "kubeboot inspect" takes. stdout lists the files in order, one SOURCE a line, for "kubeboot bundle".
The part handler that bundle adds by itself is left out, unless --handler is given.

Exit status: 1 where cloud-init would not read the blob as it is meant, though the files are written.

Examples:
  kubeboot extract userdata -d parts
  kubeboot extract userdata -d parts | xargs -d '\\n' kubeboot bundle > userdata.new`;

/** `kubeboot extract BLOB -d DIR` */
export function extractCommand(io: Io): Command {
  return new Command("extract")
    .summary("write the parts of a blob as files")
    .description("Writes each part of a user-data blob as a file with its exact bytes: all of them, or none.")
    .argument("<BLOB>", "what to take apart")
    .requiredOption("-d, --directory <DIR>", "the folder for the files, made where it is missing")
    .option("--force", "replace files that are there already")
    .option("--handler", "write kubeboot's own part handler, too")
    .option("--max-bytes <BYTES>", "the most that it may have when unpacked (default: 67108864)", parseCount)
    .option("--json", "report as JSON")
    .option("--quiet", "no notes and warnings")
    .addHelpText("after", EXAMPLES)
    .action((blob: string, flags: Flags) => extract(blob, flags, io));
}

async function extract(blob: string, flags: Flags, io: Io): Promise<void> {
  const { json, quiet: _, ...options } = flags;
  const { extractBundle } = await import("../pipeline.js");
  const bundle = await extractBundle(blob, { ...options, stdin: readStdin(io) });
  await write(io.stdout, json ? await renderJson(bundle) : renderSources(bundle));
  await reportRead(bundle.findings, flags, io);
}

function renderSources({ files }: ExtractedBundle): string {
  return files.map(({ source }) => `${source}\n`).join("");
}

async function renderJson(bundle: ExtractedBundle): Promise<string> {
  return (await import("./render-extraction-json.js")).renderExtractionJson(bundle);
}
