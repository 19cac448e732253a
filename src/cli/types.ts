import { Command } from "commander";
import { COMMAND_GROUPS } from "./help-groups.js";
import { write, type Io } from "./io.js";
import { styleOutput } from "./output-style.js";

const EXAMPLES = `
Examples:
  kubeboot types
  kubeboot types --json`;

/** `kubeboot types` */
export function typesCommand(io: Io): Command {
  return new Command("types")
    .helpGroup(COMMAND_GROUPS.tables)
    .summary("print the table of markers")
    .description("Print the first-line markers, their content types, and what cloud-init does with such parts.")
    .option("--json", "print as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async ({ json }) => {
      const { renderTypes, renderTypesJson } = await import("./render-types.js");
      await write(io.stdout, json ? renderTypesJson() : renderTypes(styleOutput(io, io.stdout)));
    });
}
