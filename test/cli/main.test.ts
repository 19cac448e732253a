import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { MARKERS } from "../../src/part/content-types.ts";
import { runCli } from "../support/run-cli.ts";

describe("kubeboot", () => {
  test.each([[["--version"]], [["-V"]]])("%j prints only the version", async (args) => {
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stdout: stdout.toString(), stderr }).toEqual({
      status: 0,
      stdout: `${packageJson.version}\n`,
      stderr: "",
    });
  });

  test.each([
    [["--help"]],
    [["-h"]],
    [["bundle", "--help"]],
    [["handler", "--help"]],
    [["inspect", "--help"]],
    [["extract", "--help"]],
    [["types", "--help"]],
    [["platforms", "--help"]],
    [["schema", "--help"]],
  ])("%j prints help with examples, on stdout", async (args) => {
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.toString()).toMatch(/^Usage: kubeboot /);
    expect(stdout.toString()).toMatch(/\nExamples:\n {2}kubeboot /);
  });

  test("without a command prints help on stderr", async () => {
    const { status, stdout, stderr } = await runCli([]);
    expect(status).toBe(2);
    expect(stdout).toHaveLength(0);
    expect(stderr).toMatch(/^Usage: kubeboot /);
  });

  test.each([
    [["bundel"], "unknown command 'bundel'", "bundle"],
    [["type"], "unknown command 'type'", "types"],
    [["bundle", "--gzpi", "x"], "unknown option '--gzpi'", "--gzip"],
    [["bundle", "--merge-typ", "x"], "unknown option '--merge-typ'", "--merge-type"],
    [["types", "--jsno"], "unknown option '--jsno'", "--json"],
  ])("%j: suggests what was probably meant", async (args, problem, meant) => {
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `kubeboot: error: ${problem}\n(Did you mean ${meant}?)\n`,
    });
    expect(stdout).toHaveLength(0);
  });

  test.each([
    [["bundle"], "missing required argument 'SOURCE'"],
    [["bundle", "-o"], "option '-o, --output <FILE>' argument missing"],
    [["bundle", "--handler", "other", "x"], "option '--handler <MODE>' argument 'other' is invalid."],
    [["types", "x"], "too many arguments for 'types'."],
  ])("%j is wrong, and stderr says why", async (args, problem) => {
    const { status, stdout, stderr } = await runCli(args);
    expect(status).toBe(2);
    expect(stdout).toHaveLength(0);
    expect(stderr).toMatch(/^kubeboot: error: [^\n]+\n$/);
    expect(stderr).toContain(problem);
  });

  test("reports its own internal errors in one line, without a stack", async () => {
    const stdout = Object.assign(new Writable(), {
      write: () => {
        throw new TypeError("not a\nfunction");
      },
    });
    expect(await runCli(["types"], { stdout })).toMatchObject({
      status: 3,
      stderr:
        "kubeboot: internal error: TypeError: not a\\x0afunction; please report it with the command that shows it\n",
    });
  });
});

describe("kubeboot types", () => {
  test("prints one line for each marker, below a heading", async () => {
    const { status, stdout } = await runCli(["types"]);
    expect(status).toBe(0);
    const lines = stdout.toString().trimEnd().split("\n");
    expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
      ["MARKER", "CONTENT TYPE", "MEANING"],
      ...MARKERS.map(({ marker, type, meaning }) => [marker, type, meaning]),
    ]);
  });

  test("prints them as JSON", async () => {
    const { stdout } = await runCli(["types", "--json"]);
    expect(JSON.parse(stdout.toString())).toEqual({ types: MARKERS });
  });
});

describe("kubeboot handler", () => {
  test("prints the part handler of a bundle", async () => {
    const { status, stdout, stderr } = await runCli(["handler"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const bundle = await runCli(["bundle", "--handler", "watch", "-:x-own"], { stdin: "x" });
    expect(bundle.stdout.toString()).toContain(`\n\n${stdout.toString()}`);
    expect(stdout.toString()).toMatch(/^#part-handler /);
  });
});
