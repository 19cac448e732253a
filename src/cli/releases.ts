import { Command } from "commander";
import { COMMAND_GROUPS } from "./help-groups.js";
import { write, type Io } from "./io.js";
import { styleOutput } from "./output-style.js";

const EXAMPLES = `
Examples:
  kubeboot releases
  kubeboot releases --json`;

/** `kubeboot releases` */
export function releasesCommand(io: Io): Command {
  return new Command("releases")
    .helpGroup(COMMAND_GROUPS.tables)
    .summary("print the table of images and their cloud-init")
    .description(
      "Print the names for `--release`: which cloud-init each image began with, and which its updates brought.",
    )
    .option("--json", "print as JSON, with what each release of cloud-init reads")
    .addHelpText("after", EXAMPLES)
    .action(async ({ json }) => {
      const { renderReleases, renderReleasesJson } = await import("./render-releases.js");
      await write(io.stdout, json ? renderReleasesJson() : renderReleases(styleOutput(io, io.stdout)));
    });
}
