/** What real shells make of the scripts: each line ends where a user would press the tab. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { command, describeWith } from "../support/requirements.ts";
import { makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

const FILES = { "web.cfg": "", "two words.cfg": "", "folder/inside": "" };

/** A line, and what its last word becomes; where nothing fits, it stays as it is. */
const LINES: readonly [string, string][] = [
  ["bun", "bundle"],
  ["--vers", "--version"],
  ["bundle --plat", "--platform"],
  ["bundle -o out --no-st", "--no-start"],
  ["bundle --platform opens", "openstack"],
  ["bundle --handler wat", "watch"],
  ["bundle --manifest-dir fo", "fo"],
  ["bundle --release=ubuntu-24.", "--release=ubuntu-24.04"],
  ["bundle --gzip=fo", "--gzip=force"],
  ["bundle -T text/x-kube-s", "text/x-kube-service"],
  ["bundle --boundary we", "we"],
  ["bundle --platform ec2 we", "web.cfg"],
  ["bundle two", "two words.cfg"],
  ["bundle --gzip we", "web.cfg"],
  ["bundle --merge we", "web.cfg"],
  ["bundle web.cfg:x-shellscript-per-b", "web.cfg:x-shellscript-per-boot"],
  ["lint --format=sar", "--format=sarif"],
  ["lint --schema of", "off"],
  ["lint --schema we", "web.cfg"],
  ["lint --values we", "web.cfg"],
  ["inspect --diff we", "web.cfg"],
  ["extract web.cfg -d fo", "folder/"],
  ["upgrade -o js", "json"],
  ["types we", "we"],
  ["schema lint-l", "lint-list"],
  ["completion power", "powershell"],
  ["help lin", "lint"],
];

const COMMAND_LINES = LINES.map(([line]) => `kubeboot ${line}`);

test.each(["bash", "zsh", "fish", "powershell"])("the script for %s names every command and option", async (shell) => {
  const script = await printScript(shell);
  const help = (await runCli(["--help"])).stdout.toString();
  for (const [, name = ""] of help.matchAll(/^ {2}(\w+) [[<]/gm)) {
    expect(script).toContain(name);
    const options = (await runCli([name, "--help"])).stdout.toString();
    for (const [, option = ""] of options.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)) expect(script).toContain(option);
  }
});

test.each([
  [[], "missing required argument"],
  [["tcsh"], "bash, zsh, fish, powershell"],
  [["Bash"], "bash, zsh, fish, powershell"],
  [["bash", "zsh"], "too many arguments"],
])("%j is a wrong shell, which one line says", async (args, problem) => {
  const { status, stdout, stderr } = await runCli(["completion", ...args]);
  expect({ status, stdout: stdout.toString() }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^kubeboot: error: .+\n$/);
  expect(stderr).toContain(problem);
});

/** Shells that read lines from a terminal, and how each loads the script in ./_kubeboot. */
const TERMINALS: readonly { name: string; shell: string[]; setup: string }[] = [
  { name: "bash", shell: ["bash", "--norc", "--noprofile", "-i"], setup: ". ./_kubeboot" },
  {
    name: "bash with other separators of words",
    shell: ["bash", "--norc", "--noprofile", "-iu"],
    setup: "COMP_WORDBREAKS=${COMP_WORDBREAKS//[=:]}; . ./_kubeboot",
  },
  { name: "zsh", shell: ["zsh", "-f", "-i"], setup: "autoload -U compinit; compinit -u -D; . ./_kubeboot" },
  { name: "zsh, from fpath", shell: ["zsh", "-f", "-i"], setup: "fpath+=($PWD); autoload -U compinit; compinit -u -D" },
];

describe.each(TERMINALS)("$name", ({ shell: [shell = "", ...args], setup }) => {
  describeWith([command(shell), command("python3")], "on a terminal", () => {
    test("completes the last word of each line", async () => {
      const folder = makeFolder({ ...FILES, _kubeboot: await printScript(shell) });
      const program = [resolve("test/support/complete_lines.py"), folder, setup, shell, ...args];
      const runs = JSON.parse(run("python3", program, COMMAND_LINES.join("\n"))) as string[][];
      const last = runs.map((words) => words.at(-1));
      // zsh takes the slash behind a folder away when the line is run.
      expect(pair(last)).toEqual(pair(LINES.map(([, word]) => (shell === "zsh" ? word.replace(/\/$/, "") : word))));
    });
  });
});

describeWith([command("fish")], "fish", () => {
  test("offers only what completes the last word of each line", async () => {
    const folder = makeFolder({ ...FILES, script: await printScript("fish") });
    const script = "cd $argv[1]; . ./script; for line in $argv[2..]; complete -C $line; echo END; end";
    const env = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    const printed = run("fish", ["-N", "-c", script, folder, ...COMMAND_LINES], "", env);
    const offered = printed.split("END\n").map((rows) => [...rows.matchAll(/^[^\t\n]+/gm)].map(([word]) => word));
    expect(pair(offered)).toEqual(pair(LINES.map(([line, word]) => (line.endsWith(word) ? [] : [word]))));
  });
});

/** Each line with a result, so that a difference names its line. */
function pair(results: readonly unknown[]): unknown[] {
  return COMMAND_LINES.map((line, index) => [line, results[index]]);
}

function run(program: string, args: string[], input: string, env: Record<string, string> = {}): string {
  const options = { input, env: { ...process.env, ...env }, encoding: "utf8", timeout: 50_000 } as const;
  const { status, stdout, stderr } = spawnSync(program, args, options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

async function printScript(shell: string): Promise<string> {
  const { status, stdout, stderr } = await runCli(["completion", shell]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.toString();
}
