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
    [["help", "--help"]],
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
    [["bundel"], "unknown command 'bundel' (did you mean bundle?)", ""],
    [["bundel", "--help"], "unknown command 'bundel' (did you mean bundle?)", ""],
    [["type"], "unknown command 'type' (did you mean types?)", ""],
    [["check", "a.sh"], "unknown command 'check' (did you mean lint?)", ""],
    [["package.json", "a.sh"], "unknown command 'package.json' (did you mean bundle package.json?)", ""],
    [["toString"], "unknown command 'toString'", ""],
    [["xyzzy", "a.sh", "-o", "b"], "unknown command 'xyzzy'", ""],
    [["--nothing"], "unknown option '--nothing'", ""],
    [["bundle", "--gzpi", "x"], "unknown option '--gzpi' (did you mean --gzip?)", " bundle"],
    [["bundle", "--merge-typ", "x"], "unknown option '--merge-typ' (did you mean --merge-type?)", " bundle"],
    [["types", "--jsno"], "unknown option '--jsno' (did you mean --json?)", " types"],
    [["types", "--\x1b[31m\n"], "unknown option '--\\x1b[31m\\x0a'", " types"],
    [["bundle"], "missing required argument 'SOURCE'", " bundle"],
    [["lint"], "missing required argument 'SOURCE'", " lint"],
    [["bundle", "-o"], "option '-o, --output <FILE>' argument missing", " bundle"],
    [["extract", "x"], "required option '-d, --directory <DIR>' not specified", " extract"],
    [
      ["inspect", "x", "--json", "--part", "1"],
      "option '--part <NUMBER>' cannot be used with option '--json'",
      " inspect",
    ],
    [
      ["upgrade", "--output", "other", "x"],
      "option '-o, --output <FORMAT>' argument 'other' is invalid. Allowed choices are yaml, json",
      " upgrade",
    ],
    [["types", "x"], "too many arguments for 'types'. Expected 0 arguments but got 1", " types"],
    [["help", "bundel"], "unknown command 'bundel' (did you mean bundle?)", ""],
    [["help", "bundle", "lint"], "too many arguments for 'help'. Expected 1 argument but got 2", " help"],
  ])("%j is wrong: one line says why, what was probably meant, and where to look", async (args, problem, name) => {
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `kubeboot: error: ${problem}; see \`kubeboot${name} --help\`\n`,
    });
    expect(stdout).toHaveLength(0);
  });

  test.each(["", "bundle", "lint", "handler", "types", "help"])("help %s prints what --help does", async (name) => {
    const args = name === "" ? [] : [name];
    const expected = await runCli([...args, "--help"]);
    expect(await runCli(["help", ...args])).toEqual(expected);
    expect(expected.stdout.toString()).toMatch(new RegExp(`^Usage: kubeboot ${name || "[^a-z]"}`));
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

test.each(["bundle", "lint", "inspect", "extract", "fleet", "upgrade"])("%s takes -q for --quiet", async (name) => {
  const { stdout } = await runCli([name, "--help"]);
  expect(stdout.toString()).toMatch(/^ {2}-q, --quiet {2,}print no notes and warnings/m);
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
