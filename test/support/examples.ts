import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** One `kubeboot bundle` command that an example's README gives. */
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

/** What a part of the example must hold: what the example expects, or else the source's own bytes. */
export function readExpected({ folder, sources }: ExampleCommand, filename: string): Buffer {
  const expected = join(folder, "expected", filename);
  return readFileSync(existsSync(expected) ? expected : sources.find((source) => source.endsWith(`/${filename}`))!);
}

/** The types and names of the parts that the command must give, in order, as lines. */
export function readExpectedParts({ folder, output }: ExampleCommand): string {
  return readFileSync(join(folder, "expected", `${output}.parts`), "utf8");
}

/** The places and codes of the warnings that the command must give, in order, as lines. */
export function readExpectedFindings({ folder, output }: ExampleCommand): string {
  const expected = join(folder, "expected", `${output}.findings`);
  return existsSync(expected) ? readFileSync(expected, "utf8") : "";
}
