import { DescriptorOutput } from "./descriptor-output.js";
import { main } from "./main.js";

/** Runs the command line of this process, and sets its exit status. */
export async function run(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), {
    get stdin() {
      return process.stdin;
    },
    stdout: new DescriptorOutput(1, () => process.stdout),
    stderr: new DescriptorOutput(2, () => process.stderr),
    env: process.env,
  });
}
