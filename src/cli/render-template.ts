import { Command } from "commander";
import { COMMAND_GROUPS } from "./help-groups.js";
import { readStdin, write, type Io } from "./io.js";

interface Flags {
  instanceData?: string;
  platform?: string;
}

const EXAMPLES = `
Without --instance-data, the template is filled in with a sample of the keys that cloud-init guarantees.

Examples:
  kubeboot render web.cfg
  kubeboot render --platform ec2 web.cfg
  kubeboot render --instance-data instance-data.json web.cfg`;

/** `kubeboot render SOURCE` */
export function renderCommand(io: Io): Command {
  return new Command("render")
    .helpGroup(COMMAND_GROUPS.check)
    .summary("fill in a template")
    .description("Print what cloud-init makes of a template, a file that begins with `## template: jinja`.")
    .argument("<SOURCE>", 'template, a file or "-" (standard input)')
    .option("--instance-data <FILE>", "the instance's data: the output of `cloud-init query --all`")
    .option("--platform <NAME>", "without it, the platform whose metadata the sample has (default: nocloud)")
    .addHelpText("after", EXAMPLES)
    .action(async (source: string, flags: Flags) => {
      const { renderSource } = await import("../render-source.js");
      await write(io.stdout, await renderSource(source, { ...flags, stdin: readStdin(io) }));
    });
}
