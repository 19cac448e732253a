import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";

async function help(name: string, setting = {}): Promise<string> {
  const { status, stdout, stderr } = await runCli(["help", ...(name === "" ? [] : [name])], setting);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.toString();
}

/** The headings of what is no list of commands or options. */
const OTHERS = new Set(["Arguments", "Modes of the part handler", "Examples"]);

/** Of the commands that take sources. */
const SOURCE_GROUPS = [
  "Output",
  "What is read",
  "Types and merging",
  "Where it will run",
  "Templates",
  "Kubernetes",
  "Checks",
  "General",
];

test.each<[string, string[]]>([
  [
    "",
    ["Options", "Make user-data", "Check before boot", "Read blobs back", "Kubernetes", "Tables and schemas", "Help"],
  ],
  ["bundle", SOURCE_GROUPS],
  ["lint", SOURCE_GROUPS],
  ["explain", SOURCE_GROUPS],
  ["fleet", ["Output", "Nodes", "What is read", "Templates", "General"]],
  ["handler", ["Kubernetes", "General"]],
  ["inspect", ["Options"]],
  ["types", ["Options"]],
])("help %s has groups", async (name, groups) => {
  const headings = [...(await help(name)).matchAll(/^([A-Z][\w -]+):$/gm)].map(([, heading]) => heading);
  expect(headings.filter((heading) => !OTHERS.has(heading!))).toEqual(groups);
});

const COMMANDS = [...(await help("")).matchAll(/^ {2}(\w+) [[<]/gm)].map(([, name]) => name!);

test.each(["", ...COMMANDS])("help %s fits terminals of any width, in the same words", async (name) => {
  const whole = await help(name, { tty: true, env: { COLUMNS: "9999" } });
  for (const width of [40, 55, 70, 80, 120]) {
    const text = await help(name, { tty: true, env: { COLUMNS: String(width) } });
    expect(text.split(/\s+/)).toEqual(whole.split(/\s+/));
    const [prose = ""] = text.split("\nExamples:\n");
    expect(prose.split("\n").filter((line) => line.length > width)).toEqual([]);
    expect(prose.split("\n").filter((line) => line !== line.trimEnd())).toEqual([]);
  }
});

test("elsewhere, help is 80 columns wide", async () => {
  expect(await help("bundle", { env: { COLUMNS: "40" } })).toBe(await help("bundle", { tty: true }));
});

function helpOfBundle(width: string): Promise<string> {
  return help("bundle", { tty: true, env: { COLUMNS: width } });
}

test("a description stands beside its term, or below if there is no room", async () => {
  expect(await helpOfBundle("60")).toContain(`
  -z, --gzip                   compress the blob
  --gzip=auto                  compress the blob only if it
                               exceeds the size limit of the
                               platform
`);
  expect(await helpOfBundle("40")).toContain(`
  --gzip=auto
      compress the blob only if it
      exceeds the size limit of the
      platform
`);
  expect(await helpOfBundle("80")).toContain(`
  watch      store manifests in /var/lib/kubeboot and submit them when
             Kubernetes is up (default)
`);
});

test("the error of a command line fits a terminal, and is one line elsewhere", async () => {
  const args = ["inspect", "--platform", "mars", "a"];
  const { stderr } = await runCli(args, { tty: true, env: { COLUMNS: "60" } });
  expect(stderr.split("\n").filter((line) => line.length > 60)).toEqual([]);
  expect((await runCli(args, { env: { COLUMNS: "60" } })).stderr.split("\n")).toHaveLength(2);
});
