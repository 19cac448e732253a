import { Command } from "commander";
import { write, type Io } from "./io.js";
import { renderPlatforms, renderPlatformsJson } from "./render-platforms.js";

const EXAMPLES = `
Examples:
  kubeboot platforms
  kubeboot platforms --json`;

/** `kubeboot platforms` */
export function platformsCommand(io: Io): Command {
  return new Command("platforms")
    .summary("print the table of platforms")
    .description(
      "Prints how much user-data each platform takes, where that is counted, what it wants, and whether gzip is safe.",
    )
    .option("--json", "as JSON")
    .addHelpText("after", EXAMPLES)
    .action(({ json }) => write(io.stdout, json ? renderPlatformsJson() : renderPlatforms()));
}
