import { Command, InvalidArgumentError, Option } from "commander";
import { COMMAND_GROUPS } from "./help-groups.js";
import { readStdin, write, type Io } from "./io.js";
import { reportFindings } from "./report-findings.js";
import { collectSource } from "./source-options.js";

interface Flags {
  output: "yaml" | "json";
  quiet?: true;
}

const FORMATS = ["yaml", "json"];

const EXAMPLES = `
A MANIFEST is a file, a folder (its files by name), PATH:TYPE, or "-" (standard input).

Examples:
  kubeboot upgrade dbserver.yaml > dbserver-v1.yaml
  kubeboot upgrade -o json frontend.json | kubectl apply -f -`;

/** `kubeboot upgrade MANIFEST…` */
export function upgradeCommand(io: Io): Command {
  return new Command("upgrade")
    .helpGroup(COMMAND_GROUPS.kubernetes)
    .summary("rewrite manifests of v1beta1 to v1beta3 as v1")
    .description(
      "Rewrite Kubernetes objects of 2014 and 2015 (v1beta1, v1beta2, v1beta3) as v1, to stdout. Objects of v1 stay as they are.",
    )
    .argument("<MANIFEST...>", "manifests to upgrade", collectSource)
    .addOption(
      new Option("-o, --output <FORMAT>", "output format").choices(FORMATS).argParser(parseFormat).default("yaml"),
    )
    .option("-q, --quiet", "print no notes and warnings")
    .addHelpText("after", EXAMPLES)
    .action((manifests: string[], flags: Flags) => upgrade(manifests, flags, io));
}

/** `-o` names a file in other commands. */
function parseFormat(value: string): string {
  if (FORMATS.includes(value)) return value;
  const choices = `Allowed choices are ${FORMATS.join(", ")}`;
  throw new InvalidArgumentError(
    value.includes(".") ? `${choices}; write the file with \`> ${value}\`.` : `${choices}.`,
  );
}

async function upgrade(manifests: readonly string[], { output, quiet }: Flags, io: Io): Promise<void> {
  const { upgradeManifests } = await import("../pipeline.js");
  const { bytes, findings } = await upgradeManifests(manifests, { format: output, stdin: readStdin(io) });
  await write(io.stdout, bytes);
  if (!quiet) await reportFindings(findings, io);
}
