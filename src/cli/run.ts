import { DescriptorOutput } from "./descriptor-output.js";
import { openStdin } from "./open-stdin.js";

/** Runs the command line of this process, and sets its exit status. */
export async function run(): Promise<void> {
  const args = process.argv.slice(2);
  const stdout = new DescriptorOutput(1, () => process.stdout);
  const stderr = new DescriptorOutput(2, () => process.stderr);
  // Loading the commands takes longer; they say why a write failed.
  const isVersion = args.length === 1 && /^(?:--version|-V)$/.test(args[0]!);
  if (isVersion && (await tryWrite(stdout, `${KUBEBOOT_VERSION}\n`))) return;
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

function tryWrite(stream: DescriptorOutput, text: string): Promise<boolean> {
  return new Promise((resolve) => stream.write(text, (error) => resolve(!error)));
}
