/** The built executable on a real terminal. */
import { resolve } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { enterSources } from "../support/enter-sources.ts";
import { describeWith } from "../support/requirements.ts";
import { python, runPython } from "../support/run-python.ts";

const BIN = resolve("bin/kubeboot.js");

beforeEach(enterSources);

/** What the command shows on a terminal of that many columns. */
function runOnTerminal(args: string[], columns: number, env: Record<string, string> = { TERM: "xterm" }): string {
  const input = { argv: [process.execPath, BIN, ...args], columns, env };
  return runPython<string>("run_in_terminal.py", [input])[0]!;
}

describeWith([python], "on a terminal", () => {
  test("findings have its width and are coloured", () => {
    expect(runOnTerminal(["lint", "bom.cfg"], 50)).toBe(`bom.cfg
  1:1: \x1b[31merror\x1b[0m: the \`text/cloud-config\` part begins
    with a byte order mark, which hides its marker
    (text-bom)
    \x1b[2m1 |\x1b[0m #cloud-config
    \x1b[2m  |\x1b[0m \x1b[31m^\x1b[0m
    hint: save it as UTF-8 without a byte order
      mark (BOM)

1 error
`);
  });

  test.each<[number, Record<string, string>, number]>([
    [50, { TERM: "xterm" }, 50],
    [50, { TERM: "xterm", COLUMNS: "60" }, 60],
    [10, { TERM: "xterm" }, 40],
    [0, { TERM: "xterm" }, 80],
  ])("of %j columns, with %j, help is %j wide", (columns, env, width) => {
    const [prose = ""] = runOnTerminal(["help", "bundle"], columns, env).split("\nExamples:");
    const longest = Math.max(...prose.split("\n").map((line) => line.length));
    expect(longest).toBeGreaterThan(width - 5);
    expect(longest).toBeLessThanOrEqual(width);
  });

  test.each<[Record<string, string>, boolean]>([
    [{ TERM: "xterm" }, true],
    [{ TERM: "dumb" }, false],
    [{ TERM: "dumb", FORCE_COLOR: "1" }, true],
    [{ TERM: "xterm", NO_COLOR: "1" }, false],
  ])("with %j, colour: %j", (env, colored) => {
    for (const args of [
      ["bundle", "nothing"],
      ["lint", "bom.cfg"],
      ["inspect", "a.sh", "--diff", "scripts/a.sh"],
      ["inspect", "a.sh", "--diff", "base.cfg"],
    ]) {
      expect(runOnTerminal(args, 80, env).includes("\x1b[")).toBe(colored && args.at(-1) !== "scripts/a.sh");
    }
  });
});
