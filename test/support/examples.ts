import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createBundle, createFleet, readBundle, type Finding, type MemorySource } from "../../src/index.ts";

/** A `kubeboot bundle` or `kubeboot fleet` command from an example's README. */
export interface ExampleCommand {
  /** The example's folder. */
  folder: string;
  command: "bundle" | "fleet";
  sources: string[];
  upgrade: boolean;
  values: Record<string, string>;
  /** The file or folder that the command writes. */
  output: string;
}

/** A blob that a command of an example makes. */
export interface ExampleBlob {
  /** The name of the blob: that of the file, or of the node. */
  name: string;
  bytes: Uint8Array;
}

/** The names of the folders of examples. */
export function listExamples(): string[] {
  return readdirSync("examples", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** The commands of all examples, by folder. */
export function readExamples(): ExampleCommand[] {
  const folders = listExamples().map((name) => join("examples", name));
  return folders.flatMap((folder) => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const commands = [...readme.matchAll(/^ {4}kubeboot (bundle|fleet) (.*)$/gm)];
    return commands.map(([, command, args]) => readCommand(folder, command as "bundle" | "fleet", args!.split(" ")));
  });
}

const OPTIONS = {
  upgrade: { type: "boolean", default: false },
  set: { type: "string", multiple: true, default: [] as string[] },
  output: { type: "string", short: "o" },
  directory: { type: "string", short: "d" },
} as const;

function readCommand(folder: string, command: "bundle" | "fleet", args: string[]): ExampleCommand {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const { upgrade, set, output, directory } = values;
  const pairs = set.map((pair) => pair.split("=") as [string, string]);
  return {
    folder,
    command,
    sources: positionals,
    upgrade,
    values: Object.fromEntries(pairs),
    output: (output ?? directory)!,
  };
}

/** What the command makes, and what it says. */
export async function runExample(example: ExampleCommand): Promise<{ blobs: ExampleBlob[]; findings: Finding[] }> {
  const { command, sources, upgrade, values, output } = example;
  if (command === "bundle") {
    const { bytes, findings } = await createBundle(sources, { upgrade });
    return { blobs: [{ name: output, bytes }], findings };
  }
  const { nodes, findings } = await createFleet(sources[0]!, { values });
  return { blobs: nodes.map(({ name, userData }) => ({ name, bytes: userData })), findings };
}

/** All blobs of all examples. */
export async function listExampleBlobs(): Promise<(ExampleBlob & { example: ExampleCommand; folder: string })[]> {
  const made = readExamples().map(async (example) => {
    const { blobs } = await runExample(example);
    return blobs.map(({ name, bytes }) => ({ name, bytes, example, folder: example.folder }));
  });
  return (await Promise.all(made)).flat();
}

/** The parts of a blob as sources, without the part handler, which bundling adds again. */
export async function listSources({ bytes }: ExampleBlob): Promise<MemorySource[]> {
  const { parts } = await readBundle(bytes);
  const others = parts.filter(({ type }) => type !== "text/part-handler");
  return others.map(({ type, filename: name, content }) => ({ name, content, type }));
}

/** The type, name and content of the parts of a blob, without the part handler's content. */
export async function listParts({ bytes }: ExampleBlob): Promise<{ type: string; filename: string; text: string }[]> {
  const { parts } = await readBundle(bytes);
  return parts.map(({ type, filename, content }) => ({ type, filename, text: new TextDecoder().decode(content) }));
}

/** The expected content of a part: from the example's folder, or else the source's bytes. */
export function readExpected({ folder }: ExampleCommand, { name }: ExampleBlob, filename: string): string {
  const places = [join(folder, "expected", name, filename), join(folder, "expected", filename), join(folder, filename)];
  return readFileSync(places.find((place) => existsSync(place)) ?? filename, "utf8");
}

/** The types and names of the expected parts, in order, one per line. */
export function readExpectedParts({ folder }: ExampleCommand, { name }: ExampleBlob): string {
  return readFileSync(join(folder, "expected", `${name}.parts`), "utf8");
}

/** The locations and codes of the expected warnings, in order, one per line. */
export function readExpectedFindings({ folder, command, output }: ExampleCommand): string {
  const expected = join(folder, "expected", `${command === "fleet" ? "fleet" : output}.findings`);
  return existsSync(expected) ? readFileSync(expected, "utf8") : "";
}
