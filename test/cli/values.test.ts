import { beforeEach, describe, expect, test } from "vitest";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(() => {
  enterFolder(
    makeFolder({
      "a.sh.j2": "#!/bin/sh\n{{ v | tojson }}\n",
      "values.yaml": "v: {a: 1, b: [x]}\n",
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
});
