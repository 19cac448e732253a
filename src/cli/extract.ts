import { Command } from "commander";
import type { ExtractedBundle } from "../model.js";
import { COMMAND_GROUPS } from "./help-groups.js";
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
A BLOB is what "kubeboot inspect" takes. The command prints the files in order, one SOURCE per line, for "kubeboot bundle". It leaves out the part handler that bundle adds, unless --handler is given.

Exit status: 1 if cloud-init would not read the blob as intended; the files are written all the same.

Examples:
  kubeboot extract userdata -d parts
  kubeboot extract userdata -d parts | xargs -d '\\n' kubeboot bundle > userdata.new`;

/** `kubeboot extract BLOB -d DIR` */
export function extractCommand(io: Io): Command {
  return new Command("extract")
    .helpGroup(COMMAND_GROUPS.read)
    .summary("write the parts of a blob as files")
    .description("Write each part of a user-data blob to a file with its exact bytes: all parts, or none.")
    .argument("<BLOB>", "blob to take apart")
    .requiredOption("-d, --directory <DIR>", "folder for the files, created if missing")
    .option("--force", "replace existing files")
    .option("--handler", "also write kubeboot's own part handler")
    .option("--max-bytes <BYTES>", "size limit for the unpacked blob (default: 67108864)", parseCount)
    .option("--json", "print a report as JSON")
    .option("-q, --quiet", "print no notes and warnings")
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
