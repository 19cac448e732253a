import { Command } from "commander";
import { COMMAND_GROUPS } from "./help-groups.js";
import { write, type Io } from "./io.js";
import { styleOutput } from "./output-style.js";

const EXAMPLES = `
Without a NAME, the names are listed.

Examples:
  kubeboot schema
  kubeboot schema lint > lint.schema.json`;

/** `kubeboot schema [NAME]` */
export function schemaCommand(io: Io): Command {
  return new Command("schema")
    .helpGroup(COMMAND_GROUPS.tables)
    .summary("print the JSON Schema of an output")
    .description("Print the JSON Schema (draft 2020-12) of what a command prints with --json.")
    .argument("[NAME]", "what to describe")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string | undefined) => {
      const { renderSchema, renderSchemaNames } = await import("./render-schema.js");
      await write(io.stdout, name === undefined ? renderSchemaNames(styleOutput(io, io.stdout)) : renderSchema(name));
    });
}
