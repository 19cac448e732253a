/** What the formats for programs say if something can't be read: a report that was collected must be one. */
import { beforeEach, describe, expect, test } from "vitest";
import type { LintReport } from "../../src/reports.ts";
import { enterSources } from "../support/enter-sources.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(enterSources);

async function lint(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const { status, stdout, stderr } = await runCli(["lint", ...args]);
  return { status, stdout: stdout.toString(), stderr };
}

const MISSING = "nothing.cfg: error: no such file or folder; check the path\n";
const REMOVED =
  "cloud-init 22.2 removed `text/upstart-job`: newer releases ignore the part; replace it with a systemd unit, written by `write_files` and started by `runcmd`";

describe("a source that can't be read", () => {
  test.each<[string, unknown]>([
    ["json", expect.stringMatching(/^\{\n {2}"complete": false,[^]*"source-missing"[^]*"type-removed"[^]*\}\n$/)],
    ["sarif", expect.stringMatching(/"executionSuccessful": false,[^]*"exitCode": 2[^]*"type-removed"[^]*\}\n$/)],
    ["gitlab", expect.stringMatching(/^\[[^]*"blocker"[^]*"minor"[^]*\]\n$/)],
    ["junit", expect.stringMatching(/^<\?xml[^]*failures="0" errors="1"[^]*<error [^]*<\/testsuites>\n$/)],
    [
      "github",
      `::error file=nothing.cfg,title=source-missing::no such file or folder; check the path
::warning file=old.conf,title=type-removed::${REMOVED}
`,
    ],
    ["text", ""],
  ])("is in the report, with what was found elsewhere: %s", async (format, stdout) => {
    const args = ["--format", format, "nothing.cfg", "old.conf"];
    expect(await lint(...args)).toEqual({ status: 2, stdout, stderr: `${MISSING}old.conf: warning: ${REMOVED}\n` });
    expect((await lint("--quiet", ...args)).stderr).toBe(MISSING);
  });

  test("is an error in the report without notes and warnings too", async () => {
    const { stdout } = await lint("--quiet", "--json", "nothing.cfg", "old.conf");
    expect(codesIn(stdout)).toEqual(["source-missing"]);
  });
});

describe("the report", () => {
  test.each<[string, string[], number, string[], string]>([
    [
      "a file with instance data",
      ["--instance-data", "a.sh"],
      2,
      ["run-stopped"],
      "kubeboot: error: a.sh has no instance data: it is not a JSON object\n",
    ],
    [
      "a file with a value",
      ["--set-file", "a=nothing"],
      2,
      ["run-stopped"],
      "kubeboot: error: --set-file: nothing can't be read: no such file or directory\n",
    ],
    [
      "a schema",
      ["--schema", "nothing"],
      2,
      ["run-stopped"],
      "kubeboot: error: the schema nothing can't be read: no such file or directory\n",
    ],
    ["a file with values", ["--values", "nothing"], 2, ["source-missing"], expect.stringMatching(/^nothing: error: /)],
    ["an empty folder", ["void"], 2, ["folder-empty"], expect.stringMatching(/^void: error: /)],
    ["a type", ["a.sh:b/c/d"], 2, ["type-illegal"], expect.stringMatching(/^a\.sh: error: /)],
  ])("names what could not be read: %s", async (_, args, status, codes, stderr) => {
    const result = await lint("--json", ...args, "base.cfg");
    expect(result).toMatchObject({ status, stderr });
    expect(JSON.parse(result.stdout)).toMatchObject({ complete: false });
    expect(codesIn(result.stdout)).toEqual(codes);
  });

  test.each([
    ["without errors", ["base.cfg"], 0],
    ["with errors", ["bom.cfg"], 1],
  ])("is complete %s", async (_, args, status) => {
    const { stdout, ...rest } = await lint("--json", ...args);
    expect(rest).toEqual({ status, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ complete: true });
    expect(JSON.parse((await lint("--format", "sarif", ...args)).stdout)).toMatchObject({
      runs: [{ invocations: [{ executionSuccessful: true, exitCode: status }] }],
    });
  });

  test("does not exist where the command line is wrong", async () => {
    expect(await lint("--json", "--platform", "mars", "a.sh")).toMatchObject({ status: 2, stdout: "" });
  });
});

function codesIn(stdout: string): string[] {
  return (JSON.parse(stdout) as LintReport).findings.map(({ code }) => code);
}
