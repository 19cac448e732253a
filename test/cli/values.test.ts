import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(() => {
  enterFolder(
    makeFolder({
      "a.sh.j2": "#!/bin/sh\n{{ v | tojson }}\n",
      "values.yaml": "v: {a: 1, b: [x]}\nt: text\nn: null\n",
      "later.yaml": "t: {a: 1}\n",
      "key.pub": "ssh-ed25519 AAAA\n",
    }),
  );
});

async function fillIn(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(["bundle", "a.sh.j2", ...args]);
  if (status !== 0) return stderr;
  return /#!\/bin\/sh\n(.*)\n/.exec(stdout.toString())?.[1] ?? "";
}

describe("the options for values", () => {
  test.each([
    [["--set", "v=text"], '"text"'],
    [["--set", "v=8080"], "8080"],
    [["--set", "v=-1.5"], "-1.5"],
    [["--set", "v=1.20"], '"1.20"'],
    [["--set", "v=0644"], '"0644"'],
    [["--set", "v=yes"], '"yes"'],
    [["--set", "v=true"], "true"],
    [["--set", "v=null"], "null"],
    [["--set", "v="], '""'],
    [["--set", "v=52:54:00:12:34:56"], '"52:54:00:12:34:56"'],
    [["--set", "v=a=b, c"], '"a=b, c"'],
    [["--set", 'v="8080"'], '"8080"'],
    [["--set", "v=[a, 1]"], '["a", 1]'],
    [["--set-string", "v=8080"], '"8080"'],
    [["--set-string", "v=[a"], '"[a"'],
    [["--set-file", "v=key.pub"], '"ssh-ed25519 AAAA\\n"'],
    [["--set", "v=1", "--set-string", "v=2"], '"2"'],
    [["--set-string", "v=2", "--set", "v=1"], "1"],
    [["--values", "values.yaml"], '{"a": 1, "b": ["x"]}'],
    [["--set", "v.a=2", "--values", "values.yaml", "--set", "v.c.d=3"], '{"a": 2, "b": ["x"], "c": {"d": 3}}'],
  ])("%j", async (args, expected) => {
    expect(await fillIn(...args)).toBe(expected);
  });

  test("are wrong all at once", async () => {
    expect(await fillIn("--set", "v", "--set", "a-b=1", "--set", "v=[", "--set-file", "v=absent")).toBe(
      [
        "kubeboot: error: --set v has no `=`: write it like --set cluster.domain=lab.com",
        "--set a-b=1 sets `a-b`, which is no name: write it like --set cluster.domain=lab.com",
        "--set v=[: `[` opens here and is never closed; use --set-string for text",
        "--set-file: absent can't be read: no such file or directory\n",
      ].join("; "),
    );
  });

  const EXCLUDE = "exclude each other: only one of them makes";

  test.each([
    [["--set", "v=a", "--set", "v.b=x"], `--set v and --set v.b ${EXCLUDE} \`v\` a mapping; leave one of them out`],
    [["--set", "v.b=x", "--set", "v=a"], `--set v.b and --set v ${EXCLUDE} \`v\` a mapping; leave one of them out`],
    [["--set-string", "v=", "--set-file", "v.b=key.pub"], `--set-string v and --set-file v.b ${EXCLUDE} \`v\``],
    [["--set", "v={a: {b: 1}}", "--set-string", "v.a.b.c=x"], `--set v and --set-string v.a.b.c ${EXCLUDE} \`v.a.b\``],
    [["--set", "v=[a]", "--set", "v={b: 1}"], `--set v and --set v ${EXCLUDE} \`v\``],
    [["--set", "v.b=x", "--values", "values.yaml", "--set", "v=null"], `--set v.b and --set v ${EXCLUDE} \`v\``],
    [
      ["--set", "w.x=1", "--set", "v=1", "--set", "v.a=1", "--set", "w=2"],
      `--set v and --set v.a ${EXCLUDE} \`v\` a mapping; leave one of them out; --set w.x and --set w ${EXCLUDE} \`w\``,
    ],
  ])("name what excludes each other: %j", async (args, expected) => {
    expect(await fillIn(...args)).toContain(`kubeboot: error: ${expected}`);
  });

  test.each([
    [["--set", "t.b=x"], "values.yaml:2:1: warning: `t` is text here, but a mapping is set in its place"],
    [["--set", "v.a.b=1", "--set", "v.a.c=1"], "values.yaml:1:5: warning: `v.a` is the number 1 here"],
    [["--set-string", "v.b.c="], "values.yaml:1:11: warning: `v.b` is a list here"],
  ])("warn of a value in a file that becomes a mapping: %j", async (args, expected) => {
    const { status, stderr } = await runCli(["bundle", "a.sh.j2", "--values", "values.yaml", ...args]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining(expected) });
    expect(stderr.match(/warning/g)).toHaveLength(1);
  });

  test.each([
    [["--set", "v=a"]],
    [["--set", "n.b=x"]],
    [["--set", "v=1", "--values", "values.yaml"]],
    [["--values", "later.yaml"]],
  ])("win over those in files as a whole: %j", async (args) => {
    const { status, stderr } = await runCli(["bundle", "a.sh.j2", "--values", "values.yaml", ...args]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("in a file occur once", async () => {
    writeFileSync("values.yaml", "v: 1\nw: 2\nv: 3\n");
    expect(await fillIn("--values", "values.yaml")).toBe(
      "values.yaml:3:1: error: the key `v` is already on line 1; write it once\n",
    );
  });

  test.each([
    [["--set", `v${".a".repeat(20_000)}=x`], "… sets a name with 20000 dots, and a name has at most 99: write it like"],
    [["--set", `${"-".repeat(20_000)}=x`], "…`, which is no name: write it like"],
    [["--set", `v=${"[".repeat(20_000)}`], "…: `[` opens here and is never closed; use"],
  ])("are refused in one short line: %.0s%s", async (args, expected) => {
    const stderr = await fillIn(...args);
    expect(stderr).toContain(expected);
    expect(stderr).toMatch(/^kubeboot: error: .{1,300}\n$/);
  });

  test("may have a name of 100 levels", async () => {
    expect(await fillIn("--set", `v${".a".repeat(99)}=x`)).toContain('{"a": {"a": {"a":');
  });
});
