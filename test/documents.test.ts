/** Checks the documents: their commands run and print what is shown, their tables match the program. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { bundleCommand } from "../src/cli/bundle.ts";
import { completionCommand } from "../src/cli/completion.ts";
import { explainCommand } from "../src/cli/explain.ts";
import { extractCommand } from "../src/cli/extract.ts";
import { fleetCommand } from "../src/cli/fleet.ts";
import { handlerCommand } from "../src/cli/handler.ts";
import { helpCommand } from "../src/cli/help.ts";
import { inspectCommand } from "../src/cli/inspect.ts";
import { lintCommand } from "../src/cli/lint.ts";
import { platformsCommand } from "../src/cli/platforms.ts";
import { releasesCommand } from "../src/cli/releases.ts";
import { renderCommand } from "../src/cli/render-template.ts";
import { schemaCommand } from "../src/cli/schema.ts";
import { typesCommand } from "../src/cli/types.ts";
import { upgradeCommand } from "../src/cli/upgrade.ts";
import { MARKERS } from "../src/part/content-types.ts";
import { CHANGES } from "../src/releases/changes.ts";
import { findOnPath } from "./support/find-on-path.ts";
import { makeFolder } from "./support/make-folder.ts";
import { runCli } from "./support/run-cli.ts";

/** The documents, and the folder of a checkout where a reader runs their commands. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "README.md": ".",
  "CONTRIBUTING.md": ".",
  "CHANGELOG.md": ".",
  "docs/api.md": "examples/quickstart",
  "docs/checks.md": ".",
  "docs/ci.md": ".",
  "docs/commands.md": "examples/quickstart",
  "docs/compare.md": ".",
  "docs/delivery.md": "examples/quickstart",
  "docs/explain.md": "examples/quickstart",
  "docs/fleet.md": "examples/atomic-cluster",
  "docs/library.md": "examples/quickstart",
  "docs/manifests.md": "examples/dbserver",
  "docs/platforms.md": "examples/quickstart",
  "docs/recipes.md": "examples/quickstart",
  "docs/releases.md": "examples/quickstart",
  "docs/sources.md": "examples/quickstart",
  "docs/templates.md": ".",
  "docs/terraform.md": "examples/quickstart",
};

test("no document is left out", () => {
  const documents = [...readdirSync("."), ...readdirSync("docs").map((name) => `docs/${name}`)];
  expect(Object.keys(DOCUMENTS).toSorted()).toEqual(documents.filter((name) => name.endsWith(".md")).toSorted());
});

test.each(Object.entries(DOCUMENTS))("%s: commands run and print what is shown", (document, folder) => {
  const checkout = makeCheckout();
  const shell = { checkout, folder: join(checkout, folder) };
  for (const { language, text, shown } of readBlocks(document)) {
    if (language === "sh") expectOutput(text, runShell(text, shell), shown);
    if (language === "js") expectOutput(text, runProgram(text, shell), shown);
    for (const [, step = ""] of text.matchAll(STEPS[language] ?? /$^/g)) {
      expectOutput(step, runShell(step, { checkout, folder: checkout }), null);
    }
  }
});

/** What servers run: steps of GitHub, scripts of GitLab, and steps of Jenkins. */
const STEPS: Readonly<Record<string, RegExp>> = {
  yaml: /^(?:- run:| +-) (npx .*)$/gm,
  groovy: /^ +sh '(.*)'$/gm,
};

/** A fenced block, and the output that the document shows: the block of text behind it. */
interface Block {
  language: string;
  text: string;
  shown: string | null;
}

function readBlocks(document: string): Block[] {
  const fences = [...readFileSync(document, "utf8").matchAll(/^```(\w*).*\n([\s\S]*?)^```$/gm)];
  return fences.map(([, language = "", text = ""], index) => {
    const [, next, shown = ""] = fences[index + 1] ?? [];
    if (next === "text") expect(["sh", "js"], `before ${shown}`).toContain(language);
    return { language, text, shown: next === "text" ? shown : null };
  });
}

/** A reader's checkout: the examples, and replacements for npm, npx and the clouds' clients. */
function makeCheckout(): string {
  const clients = Object.fromEntries(CLIENTS.map((name) => [name, CLIENT]));
  const scripts: Record<string, string> = { npx: NPX, npm: ":", ssh: ":", ...clients };
  if (findOnPath("cloud-localds") === null) scripts["cloud-localds"] = 'cp "$2" "$1"';
  const commands = Object.entries(scripts).map(([name, script]) => [`bin/${name}`, `#!/bin/sh\n${script}\n`]);
  const checkout = makeFolder({
    ...Object.fromEntries(commands),
    "cloud-config.yaml": "#cloud-config\nhostname: example\n",
    "manifests/web.yaml": readFileSync("examples/quickstart/hello.yaml"),
  });
  for (const name of Object.keys(scripts)) chmodSync(join(checkout, "bin", name), 0o755);
  cpSync("examples", join(checkout, "examples"), { recursive: true });
  mkdirSync(join(checkout, "node_modules"));
  symlinkSync(resolve("."), join(checkout, "node_modules/kubeboot"));
  return checkout;
}

const NPX = `[ "$1" = --yes ] && shift
[ "$1" = kubeboot ] && shift && exec '${process.execPath}' '${resolve("bin/kubeboot.js")}' "$@"`;

const CLIENTS = [
  "nova",
  "openstack",
  "aws",
  "az",
  "gcloud",
  "hcloud",
  "virt-install",
  "scp",
  "incus",
  "lxc",
  "multipass",
  "kubectl",
];

/** Accepts what these clients would: an existing, non-empty file of user-data, or its text. */
const CLIENT = `for argument; do
  case $argument in
    cloud-init.user-data=Content-Type:\\ multipart/*) exit 0 ;;
    *userdata | *.json | cloud-config.yaml | seed.img,*)
      file=\${argument%%,*} file=\${file##*=} file=\${file##*://} && test -s "$file" && exit 0 ;;
  esac
done
exit 1`;

/** A reader's shell; `cd` changes the folder of later commands. */
interface Shell {
  checkout: string;
  folder: string;
}

interface Output {
  status: number | null;
  stdout: string;
  stderr: string;
}

function runShell(script: string, shell: Shell): Output {
  const here = join(shell.checkout, "here");
  const env = { ...process.env, HERE: here, PATH: `${join(shell.checkout, "bin")}:${process.env["PATH"]}` };
  const args = ["-euc", `trap 'pwd > "$HERE"' EXIT\n${script}`];
  const output = spawnSync("sh", args, { cwd: shell.folder, env, encoding: "utf8" });
  shell.folder = readFileSync(here, "utf8").trimEnd();
  return output;
}

function runProgram(program: string, { folder }: Shell): Output {
  return spawnSync(process.execPath, ["--input-type=module", "-e", program], { cwd: folder, encoding: "utf8" });
}

/** What `bundle -o` says that it wrote. */
const WRITTEN = /^\S+: \d+ parts?, \d+ bytes.*\n/gm;

/**
 * A command whose output is not shown may print notes and warnings, and what it wrote, which other output can stand
 * without too; one that shows errors of lint exits with 1.
 */
function expectOutput(command: string, { status, stdout, stderr }: Output, shown: string | null): void {
  if (shown === null) {
    const errors = stderr.replace(/^.*: (note|warning): .*\n/gm, "").replace(WRITTEN, "");
    return expect({ command, status, errors }).toEqual({ command, status: 0, errors: "" });
  }
  const printed = stdout + (shown.search(WRITTEN) < 0 ? stderr.replace(WRITTEN, "") : stderr);
  expect({ command, status }).toEqual({ command, status: /^\d+ errors?\b/m.test(shown) ? 1 : 0 });
  const [first = "", ...others] = withoutSizes(shown).split("…\n");
  if (others.length === 0) expect(withoutSizes(printed), command).toBe(first);
  for (const piece of others.length === 0 ? [] : [first, ...others]) expect(withoutSizes(printed)).toContain(piece);
}

/** The sizes of blobs with a part handler change with every change of the handler. */
function withoutSizes(text: string): string {
  if (!text.includes("kubeboot.py")) return text.replace(WRITTEN, (line) => line.replace(/\d{4,}/, "SIZE"));
  return text.replace(/\[[#-]+\] +\d+ %| +\d+$/gm, "").replace(/\d{4,}/g, "SIZE");
}

test("the table of markers matches the program's", () => {
  const rows = MARKERS.map(({ marker, type, meaning }) => `| \`${marker}\` | \`${type}\` | ${meaning} |\n`);
  const table = `| marker | content type | meaning |\n| --- | --- | --- |\n${rows.join("")}\n`;
  expect(readFileSync("docs/sources.md", "utf8")).toContain(table);
});

test("the table of changes matches the program's", () => {
  const rows = CHANGES.map(({ name, since = "-", until = "-", on }) => {
    return `| \`${name}\` | ${since} | ${until} | ${on?.join(", ") ?? "-"} |\n`;
  });
  expect(readFileSync("docs/releases.md", "utf8")).toContain(`| --- | --- | --- | --- |\n${rows.join("")}\n`);
});

const COMMANDS = {
  bundle: bundleCommand,
  lint: lintCommand,
  explain: explainCommand,
  render: renderCommand,
  fleet: fleetCommand,
  inspect: inspectCommand,
  extract: extractCommand,
  upgrade: upgradeCommand,
  handler: handlerCommand,
  types: typesCommand,
  platforms: platformsCommand,
  releases: releasesCommand,
  schema: schemaCommand,
  completion: completionCommand,
  help: helpCommand,
};

test("every command is in the tables", async () => {
  const { stdout } = await runCli(["--help"]);
  const names = [...stdout.toString().matchAll(/^ {2}(\w+) [[<]/gm)].map(([, name]) => name).toSorted();
  const listed = readFileSync("README.md", "utf8").matchAll(/^\| \[`kubeboot (\w+)/gm);
  expect([...listed].map(([, name]) => name).toSorted()).toEqual(names);
  expect(Object.keys(COMMANDS).toSorted()).toEqual(names);
});

test.each(Object.entries(COMMANDS))("every option of %s is in its table", (name, makeCommand) => {
  const command = makeCommand({ stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: {} });
  const flags = command.options.map(({ flags: text }) => `| \`${text.replace(/[<>]/g, "").replaceAll("|", "\\|")}\` |`);
  const [, rest = ""] = readFileSync("docs/commands.md", "utf8").split(`\n## ${name}\n`);
  const [section = ""] = rest.split(/^## /m);
  expect([...section.matchAll(/^\| `-.*?` \|/gm)].map(([row]) => row).toSorted()).toEqual(flags.toSorted());
});
