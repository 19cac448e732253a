import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeManPages } from "../../build/man-pages/make-man-pages.ts";
import packageJson from "../../package.json" with { type: "json" };
import { makeFolder } from "../support/make-folder.ts";
import { command, describeWith } from "../support/requirements.ts";
import { runCli } from "../support/run-cli.ts";

const PAGES = await makeManPages();

test("the package lists a page for the program and for each command", async () => {
  const { stdout } = await runCli(["--help"]);
  const names = [...stdout.toString().matchAll(/^ {2}(\w+) [[<]/gm)].map(([, name]) => `kubeboot-${name}.1`);
  expect(Object.keys(PAGES).toSorted()).toEqual([...names, "kubeboot.1"].toSorted());
  expect(packageJson.man.toSorted()).toEqual(
    Object.keys(PAGES)
      .map((name) => `dist/man/${name}`)
      .toSorted(),
  );
});

test.each(Object.entries(PAGES))("%s has the usual sections, in the usual order", (name, page) => {
  const order = [
    "NAME",
    "SYNOPSIS",
    "DESCRIPTION",
    "COMMANDS",
    "OPTIONS",
    "EXIT STATUS",
    "ENVIRONMENT",
    "EXAMPLES",
    "SEE ALSO",
  ];
  const sections = [...page.matchAll(/^\.SH (.*)$/gm)].map(([, title]) => title);
  expect(sections).toEqual(order.filter((title) => sections.includes(title)));
  expect(sections).toEqual(
    expect.arrayContaining(["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "SEE ALSO"]),
  );
  expect(name === "kubeboot.1" || !sections.includes("COMMANDS")).toBe(true);
});

describeWith(
  [command("mandoc"), command("man", "man-db"), command("groff", "groff-base")],
  "programs that print pages",
  () => {
    test.each(Object.entries(PAGES))("print %s without a warning", (name, page) => {
      const folder = makeFolder({ [name]: page });
      const lint = spawnSync("mandoc", ["-T", "lint", "-W", "warning", name], { cwd: folder, encoding: "utf8" });
      // A version that is not released has no date.
      expect(lint.stdout.replace(/^.* missing date, using "": TH\n/m, "")).toBe("");
      const { status, stderr } = print(name, folder);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    });

    test("print every option and example of the help as it is", async () => {
      const folder = makeFolder(PAGES);
      for (const name of Object.keys(PAGES)) {
        const [, subcommand] = /-(\w+)\./.exec(name) ?? [];
        const help = (await runCli(subcommand ? [subcommand, "--help"] : ["--help"])).stdout.toString();
        const printed = print(name, folder).stdout;
        const flags = [...help.matchAll(/^ {2}(-.*?)(?: {2}.*)?$/gm)].map(([, flag = ""]) => flag.replace(/[<>]/g, ""));
        const [, examples = ""] = help.split("\nExamples:\n");
        const lines = examples.split("\n").map((line) => line.trim());
        for (const text of [...flags, ...lines]) expect(printed).toContain(text);
      }
    });
  },
);

/** Wide, so that nothing is wrapped. */
function print(name: string, cwd: string) {
  const env = { ...process.env, MANWIDTH: "500", LC_ALL: "C.UTF-8", MAN_KEEP_FORMATTING: "" };
  return spawnSync("man", ["--warnings", "-l", join(cwd, name)], { env, encoding: "utf8" });
}
