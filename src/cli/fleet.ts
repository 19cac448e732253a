import { Command, Option } from "commander";
import { KubebootError } from "../errors.js";
import type { Fleet } from "../create-fleet.js";
import type { WrittenFleet } from "../fleet/write-fleet.js";
import { COMMAND_GROUPS, OPTION_GROUPS } from "./help-groups.js";
import { write, type Io } from "./io.js";
import { FleetProgress } from "./fleet-progress.js";
import { styleOutput, type OutputStyle } from "./output-style.js";
import { parseCount } from "./parse-count.js";
import { reportFindings } from "./report-findings.js";
import { addValueOptions, type ValueFlags } from "./value-options.js";
import { collectSource, resolveFlags } from "./source-options.js";

interface Flags extends ValueFlags {
  directory: string;
  only?: string[];
  prune?: true;
  dryRun?: true;
  diff?: true;
  jobs?: number;
  maxBytes?: number;
  json?: true;
  quiet?: true;
}

const EXAMPLES = `
Each node gets DIR/NAME/user-data, and on the platform nocloud DIR/NAME/meta-data. DIR/fleet.json says what was made. Only files whose content changes are written; if one node has an error, none is.

Examples:
  kubeboot fleet fleet.yaml -d out
  kubeboot fleet fleet.yaml -d out --set token=$TOKEN --only role=node
  kubeboot fleet fleet.yaml -d out --dry-run --diff`;

/** `kubeboot fleet FLEET.yaml -d DIR` */
export function fleetCommand(io: Io): Command {
  const command = new Command("fleet")
    .helpGroup(COMMAND_GROUPS.make)
    .summary("write a blob for each node of a fleet")
    .description("Write one user-data blob for each node that the description has: all nodes, or none.")
    .argument("<FLEET.yaml>", "description of the fleet")
    .optionsGroup(OPTION_GROUPS.output)
    .requiredOption("-d, --directory <DIR>", "folder for the files, created if missing")
    .option("--prune", "remove the files of nodes that are no longer in the description")
    .option("--dry-run", "write nothing, and say what would change")
    .addOption(new Option("--diff", "with --dry-run: show what would change in each blob").conflicts("json"))
    .optionsGroup(OPTION_GROUPS.nodes)
    .option("--only <NAME|role=ROLE>", "make only this node, or the nodes of this role (repeatable)", collectSource)
    .option("--jobs <COUNT>", "make the nodes in this many threads (default: 1)", parseCount);
  command
    .optionsGroup(OPTION_GROUPS.sources)
    .option("--max-bytes <BYTES>", "the most that is read of one source (default: 67108864)", parseCount);
  return addValueOptions(command)
    .optionsGroup(OPTION_GROUPS.general)
    .option("--json", "print a report as JSON")
    .option("-q, --quiet", "print no notes and warnings")
    .addHelpText("after", EXAMPLES)
    .action((description: string, flags: Flags) => makeFleet(description, flags, io));
}

async function makeFleet(description: string, flags: Flags, io: Io): Promise<void> {
  const { directory, prune = false, dryRun = false, diff, json, quiet, ...options } = flags;
  if (diff && !dryRun) throw new KubebootError("usage", "--diff shows what would change: it needs --dry-run");
  if (directory === "") throw new KubebootError("usage", "-d needs the name of a folder");
  if (description === "-") {
    throw new KubebootError("usage", "a description is read from a file, because its paths start at the file's folder");
  }
  const { createFleet } = await import("../create-fleet.js");
  const { writeFleet } = await import("../fleet/write-fleet.js");
  const progress = new FleetProgress(io);
  const onProgress = (done: number, total: number): void => progress.show(done, total);
  const making = createFleet(description, { ...(await resolveFlags(options)), onProgress });
  const fleet = await making.finally(() => progress.end());
  const written = writeFleet(fleet, { directory, prune, dryRun });
  await write(io.stdout, await render(fleet, written, { json, diff }, styleOutput(io, io.stdout)));
  if (!quiet) await reportFindings([...fleet.findings, ...written.findings], io);
}

async function render(
  fleet: Fleet,
  written: WrittenFleet,
  { json, diff }: Pick<Flags, "json" | "diff">,
  style: OutputStyle,
): Promise<string> {
  if (diff) return (await import("./render-fleet-diff.js")).renderFleetDiff(fleet, written, style);
  const { renderFleet, renderFleetJson } = await import("./render-fleet.js");
  return json ? renderFleetJson(fleet, written) : renderFleet(fleet, written, style);
}
