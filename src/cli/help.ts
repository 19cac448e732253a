import { Command } from "commander";
import { COMMAND_GROUPS } from "./help-groups.js";

const EXAMPLES = `
Examples:
  kubeboot help
  kubeboot help bundle`;

/** `kubeboot help [COMMAND]` */
export function helpCommand(): Command {
  return new Command("help")
    .helpGroup(COMMAND_GROUPS.help)
    .summary("print the help of a command")
    .description("Print what `kubeboot COMMAND --help` prints, or, without a COMMAND, the list of commands.")
    .argument("[COMMAND]", "command to describe")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string | undefined, _, { parent }: Command) => {
      const command = name === undefined ? parent : parent?.commands.find((each) => each.name() === name);
      // Commander reports an unknown command with the nearest name.
      await (command ? command.help() : parent?.parseAsync([name!], { from: "user" }));
    });
}
