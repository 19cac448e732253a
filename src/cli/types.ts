import { Command } from "commander";
import { write, type Io } from "./io.js";
import { renderTypes, renderTypesJson } from "./render.js";

const EXAMPLES = `
Examples:
  kubeboot types
  kubeboot types --json`;

/** `kubeboot types` */
export function typesCommand(io: Io): Command {
  return new Command("types")
    .summary("print the table of markers")
    .description("Print the first-line markers, their content types, and what cloud-init does with such parts.")
    .option("--json", "print as JSON")
    .addHelpText("after", EXAMPLES)
    .action(({ json }) => write(io.stdout, json ? renderTypesJson() : renderTypes()));
}
