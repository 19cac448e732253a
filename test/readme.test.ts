/** The README says what is so: its commands run, its table is the program's, its options are those of --help. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundleCommand } from "../src/cli/bundle.ts";
import { lintCommand } from "../src/cli/lint.ts";
import { MARKERS } from "../src/part/content-types.ts";

const README = readFileSync("README.md", "utf8");

/** The text of each fenced block of this language, with what follows it up to the next block. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, text = ""]) => text);
}

/** A folder with the files that the README's commands name, and stand-ins for npm, npx and the clouds' clients. */
function makeWorkplace(): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(join(tmpdir(), "kubeboot-readme-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bin = join(folder, "bin");
  mkdirSync(join(folder, "examples/dbserver"), { recursive: true });
  mkdirSync(bin);
  for (const name of ["dbserver.yaml", "disable-selinux.sh"]) {
    copyFileSync(join("examples/dbserver", name), join(folder, "examples/dbserver", name));
  }
  copyFileSync("examples/dbserver/dbserver-v1.yaml", join(folder, "pod.yaml"));
  copyFileSync("examples/dbserver/disable-selinux.sh", join(folder, "disable-selinux.sh"));
  mkdirSync(join(folder, "manifests"));
  copyFileSync("examples/dbserver/dbserver-v1.yaml", join(folder, "manifests/pod.yaml"));
  writeFileSync(join(folder, "cloud-config.yaml"), "#cloud-config\nhostname: example\n");
  writeFileSync(join(folder, "setup.cfg"), "#cloud-config\npackages: nginx\nrun_cmd:\n  - systemctl start nginx\n");
  for (const name of ["first.sh", "second.sh"]) writeFileSync(join(folder, name), `#!/bin/sh\necho ${name}\n`);
  addCommand(
    bin,
    "npx",
    `[ "$1" = --yes ] && shift; [ "$1" = kubeboot ] && shift && exec '${process.execPath}' '${resolve("bin/kubeboot.js")}' "$@"`,
  );
  addCommand(bin, "npm", '[ "$1" = ci ] || [ "$1" = test ]');
  for (const name of ["nova", "openstack", "aws"]) addCommand(bin, name, CLOUD_CLIENT);
  return { folder, env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` } };
}

/** Takes what a cloud's client would: a file of user-data that is there and not empty. */
const CLOUD_CLIENT = `while [ $# -gt 0 ]; do [ "$1" = --user-data ] && exec test -s "\${2#fileb://}"; shift; done; exit 1`;

function addCommand(bin: string, name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

/** The commands of the step of GitHub Actions. */
const RUNS = blocks("yaml").flatMap((text) => [...text.matchAll(/^- run: (.*)$/gm)].map(([, run = ""]) => run));

test.each([...blocks("sh"), ...RUNS])("runs: %s", (script) => {
  const { folder, env } = makeWorkplace();
  const { status, stderr } = spawnSync("sh", ["-euc", script], { cwd: folder, env, encoding: "utf8" });
  expect(stderr.replace(/^.*: (note|warning): .*\n/gm, "")).toBe("");
  expect(status).toBe(0);
});

test.each(blocks("js"))("runs as a program: %s", (program) => {
  const { folder } = makeWorkplace();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules/kubeboot"));
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: folder,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("shows what numbering scripts says", () => {
  const { folder, env } = makeWorkplace();
  const { stderr } = spawnSync("npx", ["kubeboot", "bundle", "second.sh", "first.sh"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  expect(blocks("text")).toContain(stderr);
});

test("shows what lint says", () => {
  const { folder, env } = makeWorkplace();
  const { stdout } = spawnSync("npx", ["kubeboot", "lint", "setup.cfg"], { cwd: folder, env, encoding: "utf8" });
  expect(blocks("text").some((text) => text.startsWith(stdout) && stdout !== "")).toBe(true);
});

test("shows the blob as it is", () => {
  const { folder, env } = makeWorkplace();
  const command = ["kubeboot", "bundle", "pod.yaml", "disable-selinux.sh"];
  const blob = spawnSync("npx", command, { cwd: folder, env, encoding: "utf8" }).stdout;
  const shown = blocks("text").find((text) => text.startsWith("Content-Type: multipart/mixed")) ?? "";
  for (const piece of shown.split("\n…\n")) expect(blob).toContain(piece.trim());
});

test("shows what inspecting says", () => {
  const { folder, env } = makeWorkplace();
  const script = blocks("sh").find((text) => text.includes("kubeboot inspect --platform")) ?? "";
  const { stdout } = spawnSync("sh", ["-euc", script], { cwd: folder, env, encoding: "utf8" });
  const shown = blocks("text").find((text) => text.startsWith("#  TYPE")) ?? "";
  expect(withoutNumbers(stdout)).toBe(withoutNumbers(shown));
});

/** The sizes change with every change of the part handler. */
function withoutNumbers(table: string): string {
  return table.replace(/#[#-]*| *\d+/g, "");
}

test("has the program's table of markers", () => {
  const rows = MARKERS.map(({ marker, type, meaning }) => `| \`${marker}\` | \`${type}\` | ${meaning} |\n`);
  expect(README).toContain(`| marker | content type | meaning |\n| --- | --- | --- |\n${rows.join("")}\n`);
});

test.each([
  ["bundle", bundleCommand, "Options of `bundle`"],
  ["lint", lintCommand, "Check before boot"],
])("lists every option of %s", (_, makeCommand, heading) => {
  const command = makeCommand({ stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: {} });
  const flags = command.options.map(({ flags: text }) => `| \`${text.replace(/[<>]/g, "").replaceAll("|", "\\|")}\` |`);
  const [, rest = ""] = README.split(`## ${heading}\n`);
  const [section = ""] = rest.split(/^## /m);
  const listed = section.match(/^\| `-.*?` \|/gm);
  expect(listed?.toSorted()).toEqual(flags.toSorted());
});
