import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readExamples } from "../support/examples.ts";

/** The arguments of commands that print JSON, and the schema of what they print. */
export interface Report {
  schema: string;
  args: readonly string[];
}

/** Commands on every example, every case of the checks and every blob of the fixtures; `output` is a new folder. */
export function listReports(output: string): Report[] {
  const inputs = [...listExamples(), ...listCases()];
  const blobs = listBlobs();
  const changes = blobs.map((blob, index) => [blob, blobs[(index + 1) % blobs.length]!]);
  return [
    ...["types", "platforms", "releases"].map((name) => ({ schema: name, args: [name, "--json"] })),
    { schema: "lint-list", args: ["lint", "--list", "--json"] },
    { schema: "lint", args: ["lint", "--json", "absent.cfg"] },
    { schema: "lint-gitlab", args: ["lint", "--format", "gitlab", "absent.cfg"] },
    ...inputs.flatMap((args) => [
      { schema: "lint", args: ["lint", "--json", ...args] },
      { schema: "explain", args: ["explain", "--json", ...args] },
      { schema: "bundle", args: ["bundle", "--json", "-o", join(output, "userdata"), ...args] },
    ]),
    ...listFleets().flatMap((args) => [
      { schema: "lint", args: ["lint", "--json", ...args] },
      { schema: "fleet-report", args: ["fleet", "--json", "-d", join(output, args.at(-1)!), ...args] },
    ]),
    ...blobs.flatMap((blob, index) => [
      { schema: "inspect", args: ["inspect", "--json", blob] },
      { schema: "lint", args: ["lint", "--json", blob] },
      { schema: "lint-gitlab", args: ["lint", "--format", "gitlab", blob] },
      { schema: "explain", args: ["explain", "--json", blob] },
      { schema: "extract", args: ["extract", "--json", blob, "-d", join(output, String(index))] },
    ]),
    ...changes.map(([before, after]) => ({
      schema: "inspect-diff",
      args: ["inspect", "--json", before!, "--diff", after!],
    })),
  ];
}

function listExamples(): string[][] {
  const bundles = readExamples().filter(({ command }) => command === "bundle");
  return bundles.map(({ sources, upgrade }) => (upgrade ? ["--upgrade"] : []).concat(sources));
}

/** With an option that each fleet takes. */
function listFleets(): string[][] {
  const fleets = readExamples().filter(({ command }) => command === "fleet");
  return fleets.map(({ sources }) => ["--set", "token=example"].concat(sources));
}

const CASES = join("test", "checks", "cases");

function listCaseFolders(): string[] {
  return listFolders(CASES).flatMap((code) => listFolders(join(CASES, code)).map((name) => join(CASES, code, name)));
}

/** Each case of test/checks/cases.test.ts that has sources. */
function listCases(): string[][] {
  return listCaseFolders()
    .filter((folder) => !existsSync(join(folder, "blob")))
    .map(readCase);
}

function readCase(folder: string): string[] {
  const list = join(folder, "ARGS");
  const release = join(folder, "RELEASE");
  const names = existsSync(list)
    ? readFileSync(list, "utf8").trim().split("\n")
    : readdirSync(folder).filter((name) => !["EXPECTED", "RELEASE"].includes(name));
  const sources = names.map((name) => (name.includes("//") ? name : join(folder, name)));
  return [...(existsSync(release) ? ["--release", readFileSync(release, "utf8").trim()] : []), ...sources];
}

/** Those of other tools, and those of the checks. */
function listBlobs(): string[] {
  const fixtures = join("test", "fixtures", "blobs");
  const folders = [...listFolders(fixtures).map((name) => join(fixtures, name)), ...listCaseFolders()];
  return folders.map((folder) => join(folder, "blob")).filter((file) => existsSync(file));
}

function listFolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
