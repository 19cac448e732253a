import { Command } from "commander";
import { COMMAND_GROUPS } from "./help-groups.js";
import { write, type Io } from "./io.js";
import { styleOutput } from "./output-style.js";

const EXAMPLES = `
Examples:
  kubeboot platforms
  kubeboot platforms --json`;

/** `kubeboot platforms` */
export function platformsCommand(io: Io): Command {
  return new Command("platforms")
    .helpGroup(COMMAND_GROUPS.tables)
    .summary("print the table of platforms")
    .description(
      "Print the size limit of each platform, how it is measured, the expected encoding, and whether gzip is safe.",
    )
    .option("--json", "print as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async ({ json }) => {
      const { renderPlatforms, renderPlatformsJson } = await import("./render-platforms.js");
      await write(io.stdout, json ? renderPlatformsJson() : renderPlatforms(styleOutput(io, io.stdout)));
    });
}
