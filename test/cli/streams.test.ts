/** What reaches the user, and what happens when a stream breaks. */
import { Writable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { measureWidth } from "../../src/cli/text-width.ts";
import { enterSources } from "../support/enter-sources.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(enterSources);

describe("output", () => {
  test.each<[string, boolean, Record<string, string>, boolean]>([
    ["a terminal", true, {}, true],
    ["a terminal with an empty NO_COLOR", true, { NO_COLOR: "" }, true],
    ["a terminal with NO_COLOR", true, { NO_COLOR: "1" }, false],
    ["a terminal with TERM=dumb", true, { TERM: "dumb" }, false],
    ["no terminal", false, {}, false],
    ["no terminal with FORCE_COLOR", false, { FORCE_COLOR: "1" }, true],
    ["no terminal with CLICOLOR_FORCE", false, { CLICOLOR_FORCE: "1" }, true],
  ])("is in colour or not: %s", async (_, tty, env, colored) => {
    const sources = [["old.conf"], ["nothing"]];
    for (const args of sources) {
      const { stderr } = await runCli(["bundle", ...args], { tty, env });
      expect(stderr.includes("\x1b[")).toBe(colored);
    }
  });

  test.each([[false], [true]])("never lets a file name write to the terminal (colour: %j)", async (tty) => {
    const name = "a\n\x1b[31mred\x1b[0m\x07\x9b\u2028.sh";
    const { stderr } = await runCli(["bundle", name], { tty, env: { COLUMNS: "200" } });
    expect(stderr.replace(/\x1b\[31merror\x1b\[0m/, "error")).toBe(
      "a\\x0a\\x1b[31mred\\x1b[0m\\x07\\x9b\\u2028.sh: error: no such file or folder; check the path\n",
    );
  });

  test.each([
    ["bundle", "old.conf", "-o", "blob"],
    ["bundle", "nothing"],
    ["lint", "old.conf", "bom.cfg"],
    ["explain", "old.conf", "base.cfg", "a.sh"],
    ["types"],
    ["lint", "--list"],
    ["schema"],
  ])("fits a terminal of any width, in the same words: %j", async (...args) => {
    const withWidth = async (COLUMNS: string): Promise<string> => {
      const { stdout, stderr } = await runCli(args, { tty: true, env: { COLUMNS, NO_COLOR: "1" } });
      return stdout.toString() + stderr;
    };
    const whole = await withWidth("9999");
    for (const width of [40, 57, 80, 120]) {
      const text = await withWidth(String(width));
      expect(listWords(text)).toEqual(listWords(whole));
      expect(text.split("\n").filter((line) => measureWidth(line) > width && line.trim().includes(" "))).toEqual([]);
    }
  });

  test("is not wrapped elsewhere", async () => {
    const { stderr } = await runCli(["bundle", "old.conf"], { env: { COLUMNS: "40" } });
    expect(stderr).toMatch(/^old.conf: warning: [^\n]{80,}\n$/);
  });

  test("never lets an option write to the terminal", async () => {
    const { stderr } = await runCli(["bundle", "-T", "\x1b[31m\n", "a.sh"]);
    expect(stderr).toBe('kubeboot: error: "\\x1b[31m\\x0a" is not a content type: write it like text/x-shellscript\n');
  });
});

describe("a broken stream", () => {
  test.each([
    [["bundle", "a.sh"]],
    [["types"]],
    [["handler"]],
    [["inspect", "a.sh"]],
    [["extract", "a.sh", "-d", "parts"]],
    [["inspect", "a.sh", "--diff", "base.cfg"]],
    [["--help"]],
    [["bundle", "--help"]],
  ])("is not an error when its reader is gone: %j", async (args) => {
    expect(await runCli(args, { stdout: breaking("EPIPE") })).toMatchObject({ status: 0, stderr: "" });
  });

  test("is an error when it can't be written", async () => {
    expect(await runCli(["bundle", "a.sh"], { stdout: breaking("ENOSPC") })).toMatchObject({
      status: 2,
      stderr: "kubeboot: error: output can't be written: told\n",
    });
  });

  test("is an error when standard input can't be read", async () => {
    const stdin = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from("#!");
      throw new Error("EIO: i/o error, read");
    })();
    expect(await runCli(["bundle", "-"], { stdin })).toMatchObject({
      status: 2,
      stderr: "-: error: the source can't be read: i/o error\n",
    });
  });
});

/** Fails on every write, like a pipe without a reader or a full disk. */
function breaking(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`${code}: told`), { code })),
  });
}

/** Whatever the layout is: rows may be taken apart. */
function listWords(text: string): string[] {
  return text
    .replaceAll(";", "")
    .split(/\s+/)
    .filter((word) => !/^[|^]?$/.test(word))
    .toSorted();
}
