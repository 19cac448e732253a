import { Command, Option } from "commander";
import { KubebootError } from "../errors.js";
import type { ReadBundle, ReadPart } from "../model.js";
import { findPlatform } from "../platforms/find-platform.js";
import type { Platform } from "../platforms/platforms.js";
import type { BundleChanges } from "./bundle-changes.js";
import { COMMAND_GROUPS } from "./help-groups.js";
import { readStdin, write, type Io } from "./io.js";
import { styleOutput, type OutputStyle } from "./output-style.js";
import { parseCount } from "./parse-count.js";
import { reportRead } from "./report-read.js";

interface Flags {
  platform?: string;
  part?: number;
  diff?: string;
  maxBytes?: number;
  json?: true;
  quiet?: true;
}

const EXAMPLES = `
A BLOB is a file or "-" (standard input): multipart MIME, a single script or cloud-config, or a cloud-config archive, made by any tool, plain or in gzip and base64.

Exit status: 0 even if --diff finds differences; 1 if cloud-init would not read the blob as intended.

Examples:
  kubeboot inspect userdata
  kubeboot inspect --part 2 userdata > setup.sh
  kubeboot inspect userdata.old --diff userdata.new
  openstack server show my-server -f value -c OS-EXT-SRV-ATTR:user_data | kubeboot inspect -`;

/** `kubeboot inspect BLOB` */
export function inspectCommand(io: Io): Command {
  return new Command("inspect")
    .helpGroup(COMMAND_GROUPS.read)
    .summary("list the parts of a blob")
    .description("List the parts of any user-data blob, and compare its size with the limits of platforms.")
    .argument("<BLOB>", "blob to read")
    .option("--platform <NAME>", "compare with the limit of this platform (default: the three tightest)")
    .addOption(
      new Option("--part <NUMBER>", "write the exact bytes of this part to stdout")
        .argParser(parseCount)
        .conflicts(["platform", "diff", "json"]),
    )
    .addOption(new Option("--diff <OTHER>", "show what differs in OTHER, part by part").conflicts("platform"))
    .option("--max-bytes <BYTES>", "size limit for the unpacked blob (default: 67108864)", parseCount)
    .option("--json", "print a report as JSON")
    .option("-q, --quiet", "print no notes and warnings")
    .addHelpText("after", EXAMPLES)
    .action((blob: string, flags: Flags) => inspect(blob, flags, io));
}

async function inspect(blob: string, flags: Flags, io: Io): Promise<void> {
  if (blob === "-" && flags.diff === "-") throw new KubebootError("usage", "standard input (-) can be read only once");
  const platform = flags.platform === undefined ? null : findPlatform(flags.platform);
  const { compareBundles, readBundle } = await import("../pipeline.js");
  const options = { maxBytes: flags.maxBytes, stdin: readStdin(io) };
  const bundle = await readBundle(blob, options);
  const other = flags.diff === undefined ? null : await readBundle(flags.diff, options);
  const changes = other && { before: bundle, after: other, parts: await compareBundles(bundle, other) };
  const style = styleOutput(io, io.stdout);
  await write(
    io.stdout,
    await (changes ? renderChanges(changes, flags, style) : render(bundle, platform, flags, style)),
  );
  await reportRead([...bundle.findings, ...(other?.findings ?? [])], flags, io);
}

async function render(
  bundle: ReadBundle,
  platform: Platform | null,
  { part, json }: Flags,
  style: OutputStyle,
): Promise<string | Uint8Array> {
  if (part !== undefined) return findPart(bundle, part).content;
  if (json) return (await import("./render-inspection-json.js")).renderInspectionJson(bundle, platform);
  return (await import("./render-inspection.js")).renderInspection(bundle, platform, style);
}

function findPart({ parts }: ReadBundle, number: number): ReadPart {
  const part = parts[number - 1];
  if (part) return part;
  const count = parts.length === 1 ? "1 part" : `${parts.length} parts`;
  throw new KubebootError("usage", `no part ${number}: the blob has ${count}`);
}

async function renderChanges(changes: BundleChanges, { json }: Flags, style: OutputStyle): Promise<string> {
  if (json) return (await import("./render-changes-json.js")).renderChangesJson(changes);
  return (await import("./render-changes.js")).renderChanges(changes, style);
}
