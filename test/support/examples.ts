import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A `kubeboot bundle` command from an example's README. */
export interface ExampleCommand {
  /** The example's folder. */
  folder: string;
  sources: string[];
  upgrade: boolean;
  /** The file that the command writes. */
  output: string;
}

/** The commands of all examples, by folder. */
export function readExamples(): ExampleCommand[] {
  const folders = readdirSync("examples").map((name) => join("examples", name));
  return folders.flatMap((folder) => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const commands = [...readme.matchAll(/^ {4}kubeboot bundle -o (\S+) (.*)$/gm)];
    return commands.map(([, output, args]) => readCommand(folder, args!.split(" "), output!));
  });
}

function readCommand(folder: string, args: readonly string[], output: string): ExampleCommand {
  const sources = args.filter((arg) => !arg.startsWith("--"));
  return { folder, sources, upgrade: args.includes("--upgrade"), output };
}

/** The expected content of a part: from the example's folder, or else the source's bytes. */
export function readExpected({ folder, sources }: ExampleCommand, filename: string): Buffer {
  const expected = join(folder, "expected", filename);
  return readFileSync(existsSync(expected) ? expected : sources.find((source) => source.endsWith(`/${filename}`))!);
}

/** The types and names of the expected parts, in order, one per line. */
export function readExpectedParts({ folder, output }: ExampleCommand): string {
  return readFileSync(join(folder, "expected", `${output}.parts`), "utf8");
}

/** The locations and codes of the expected warnings, in order, one per line. */
export function readExpectedFindings({ folder, output }: ExampleCommand): string {
  const expected = join(folder, "expected", `${output}.findings`);
  return existsSync(expected) ? readFileSync(expected, "utf8") : "";
}
