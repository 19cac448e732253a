import { Option, type Command } from "commander";
import type { HandlerMode } from "../options.js";
import { addDeliveryOptions } from "./handler-options.js";
import { OPTION_GROUPS } from "./help-groups.js";
import { parseCount } from "./parse-count.js";
import type { ReadValuesInput } from "./read-values.js";
import { addValueOptions, type ValueFlags } from "./value-options.js";

/** The options that decide how sources are handled, as commander returns them. */
export interface SourceFlags extends ValueFlags {
  defaultType?: string;
  platform?: string;
  release?: string;
  mergeType?: string;
  merge?: string | true;
  handler?: HandlerMode | "none";
  manifestDir?: string;
  upgrade?: true;
  keepOrder?: true;
  strict?: true;
  instanceData?: string;
  exclude?: string[];
  maxBytes?: number;
}

/** The flags of a command as options of the library. */
export async function resolveFlags<Flags extends ReadValuesInput>({ values, assignments, ...flags }: Flags) {
  if (values === undefined && assignments === undefined) return flags;
  const { readValues } = await import("./read-values.js");
  return { ...flags, values: readValues({ values, assignments, maxBytes: flags.maxBytes }) };
}

/** The forms of a SOURCE, for `--help`. */
export const SOURCE_HELP = `A SOURCE is a file, a folder (its files in the order of their names), PATH:TYPE, "-" (standard input), "-:TYPE", or a URL to include.`;

/** Adds the options that bundling and checking share. */
export function addSourceOptions(command: Command): Command {
  command
    .optionsGroup(OPTION_GROUPS.sources)
    .option("--exclude <GLOB>", "leave these files out of listed folders (repeatable)", collectSource)
    .option("--max-bytes <BYTES>", "the most that is read of one source (default: 67108864)", parseCount)
    .optionsGroup(OPTION_GROUPS.parts)
    .option("-T, --default-type <TYPE>", "content type of files whose type nothing else decides")
    .option("-M, --merge-type <SPEC>", "X-Merge-Type header for the second and later cloud-config parts")
    .addOption(makeMergeOption())
    .optionsGroup(OPTION_GROUPS.target)
    .option("--platform <NAME>", "apply the size limit and encoding of this platform (see `kubeboot platforms`)")
    .option("--release <NAME>", "report what this image or version of cloud-init ignores (see `kubeboot releases`)");
  addValueOptions(command)
    .option("--instance-data <FILE>", "fill in templates with this output of `cloud-init query --all`")
    .optionsGroup(OPTION_GROUPS.kubernetes)
    .option("--upgrade", "rewrite Kubernetes objects of v1beta1, v1beta2 and v1beta3 as v1")
    .option("--keep-order", "keep Kubernetes objects in the listed order");
  return addDeliveryOptions(command, ["none"])
    .optionsGroup(OPTION_GROUPS.checks)
    .option("--strict", "treat warnings as errors");
}

/** An optional value would swallow the source behind `--merge`: without one, {@link protectArguments} adds an empty one. */
function makeMergeOption(): Option {
  const option = new Option("--merge <SPEC>", "merge the cloud-configs into one part now (SPEC: which value wins)");
  option.flags = "--merge[=SPEC]";
  return option.argParser((spec: string) => spec || true);
}

/**
 * Hides from commander what it would take for something else: `-:TYPE` for an option, by a NUL, which no argument can
 * contain, and the source behind `--merge` for its value.
 */
export function protectArguments(argv: readonly string[]): string[] {
  return argv.map((argument) => {
    if (argument === "--merge") return "--merge=";
    return argument.startsWith("-:") ? `\0${argument}` : argument;
  });
}

/** Collects the sources for commander, in order, without the prefix that protects `-:TYPE`. */
export function collectSource(source: string, earlier: string[] = []): string[] {
  return [...earlier, source.replace(/^\0/, "")];
}
