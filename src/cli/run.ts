import { DescriptorOutput } from "./descriptor-output.js";
import { openStdin } from "./open-stdin.js";

/** Runs the command line of this process, and sets its exit status. */
export async function run(): Promise<void> {
  const args = process.argv.slice(2);
  const stdout = new DescriptorOutput(1, () => process.stdout);
  const stderr = new DescriptorOutput(2, () => process.stderr);
  // Loading the commands takes longer.
  if (args.length === 1 && /^(?:--version|-V)$/.test(args[0]!)) return stdout.write(`${KUBEBOOT_VERSION}\n`);
  const { main } = await import("./main.js");
  process.exitCode = await main(args, {
    get stdin() {
      return openStdin();
    },
    stdout,
    stderr,
    env: process.env,
  });
}
