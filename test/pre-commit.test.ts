/** The hook for pre-commit: which files it gets. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { makeFolder } from "./support/make-folder.ts";
import { command, describeWith } from "./support/requirements.ts";

const [hook] = load(readFileSync(".pre-commit-hooks.yaml", "utf8")) as Record<string, string>[];

const TAKEN = [
  "user-data",
  "userdata",
  "user_data.sh",
  "nodes/user-data.yaml",
  "user-data-web.yml",
  "cloud-config.yaml",
  "cloud-init.yml",
  "cloudinit.cfg",
  "web/cloud-config-web.txt",
];

const LEFT = [
  ".github/workflows/cloud-init.yml",
  "roles/web/tasks/cloud-init.yml",
  "roles/web/templates/user-data.yml",
  "chart/templates/cloud-config.yaml",
  "cloud-init.md",
  "cloud-init.yaml.j2",
  "cloud-init.yaml.tftpl",
  "cloud-init/meta-data",
  "cloud-init/network-config",
  "deployment.yaml",
  "docker-compose.yml",
  "my-user-data.yaml",
  "user-data.json",
  "user-data.tf",
  "user-database.yaml",
  "values.yaml",
];

const takes = (path: string) => new RegExp(hook!["files"]!).test(path) && !new RegExp(hook!["exclude"]!).test(path);

test.each(TAKEN)("the hook gets %s", (path) => expect(takes(path)).toBe(true));

test.each(LEFT)("the hook does not get %s", (path) => expect(takes(path)).toBe(false));

/** pre-commit takes all of it for the name. */
test("npm pack prints the name of the file only, whatever the build prints", () => {
  const scripts = { prepack: "echo built" };
  const folder = makeFolder({
    "package.json": JSON.stringify({ name: "example", version: "1.0.0", scripts }),
    ".npmrc": readFileSync(".npmrc"),
  });
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const { stdout } = spawnSync("npm", ["pack"], { cwd: folder, env, encoding: "utf8" });
  expect(stdout).toBe("example-1.0.0.tgz\n");
});

describeWith([command("pre-commit"), command("git")], "pre-commit", () => {
  test("finds no mistake in the description of the hook", () => {
    const { status, stdout } = spawnSync("pre-commit", ["validate-manifest", ".pre-commit-hooks.yaml"], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("runs lint on these files, all at once", () => {
    // As a hook of the folder's own, which installs nothing.
    const entry = `${process.execPath} ${join(process.cwd(), "bin/kubeboot.js")} lint --format json`;
    const own = { repo: "local", hooks: [{ ...hook, entry, language: "system" }] };
    const folder = makeFolder({
      ...Object.fromEntries([...TAKEN, ...LEFT].map((path) => [path, "#cloud-config\nhostname: 1\n"])),
      ".pre-commit-config.yaml": JSON.stringify({ repos: [own] }),
    });
    const env = { ...process.env, PRE_COMMIT_HOME: join(folder, ".git", "pre-commit") };
    const run = (name: string, ...args: string[]) => spawnSync(name, args, { cwd: folder, env, encoding: "utf8" });
    run("git", "init", "-q");
    run("git", "add", ".");
    const { stdout } = run("pre-commit", "run", "--all-files", "--verbose");
    const { findings } = JSON.parse(stdout.slice(stdout.indexOf("{"), stdout.lastIndexOf("}") + 1)) as {
      findings: { path: string }[];
    };
    expect([...new Set(findings.map(({ path }) => path))].toSorted()).toEqual(TAKEN.toSorted());
  });
});
