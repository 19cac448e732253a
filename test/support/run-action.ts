import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { load } from "js-yaml";
import { makeFolder } from "./make-folder.ts";

/** A step of a composite action, as far as this runner knows its keys. */
interface Step {
  id: string;
  shell: "bash";
  env: Record<string, string>;
  run: string;
}

/** A composite action, as far as this runner knows its keys. */
export interface Action {
  name: string;
  description: string;
  inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: "composite"; steps: Step[] };
}

/** What a run of the action leaves. */
export interface ActionResult {
  /** Whether every step succeeded. */
  success: boolean;
  /** The log, in which GitHub finds annotations. */
  log: string;
  outputs: Record<string, string>;
  summary: string;
}

/** `action.yml` of this repository. */
export function readAction(): Action {
  return load(readFileSync("action.yml", "utf8")) as Action;
}

/**
 * Runs the action as GitHub's runner does: expressions, environment files and the command line of bash are those of its
 * documentation ("Workflow syntax", "Contexts reference"). A replacement for npx runs the program that was built.
 */
export function runAction(workspace: string, inputs: Record<string, string>): ActionResult {
  const action = readAction();
  const runner = makeFolder({ "bin/npx": NPX, output: "", summary: "" });
  chmodSync(join(runner, "bin/npx"), 0o755);
  const given = Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default ?? ""]);
  const values = new Map(given.map(([name, value]) => [`inputs.${name}`, value!]));
  const setting = {
    PATH: `${join(runner, "bin")}${delimiter}${process.env["PATH"]}`,
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION_PATH: resolve("."),
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: join(runner, "output"),
    GITHUB_STEP_SUMMARY: join(runner, "summary"),
  };
  let log = "";
  let success = true;
  for (const [index, { id, env, run }] of action.runs.steps.entries()) {
    const script = join(makeFolder({ [`${index}.sh`]: run }), `${index}.sh`);
    const filled = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, evaluate(text, values)]));
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], {
      cwd: workspace,
      env: { ...setting, ...filled },
      encoding: "utf8",
    });
    log += stdout + stderr;
    for (const [, name, value] of readFileSync(setting.GITHUB_OUTPUT, "utf8").matchAll(/^(\w+)=(.*)$/gm)) {
      values.set(`steps.${id}.outputs.${name}`, value!);
    }
    success = status === 0;
    if (!success) break;
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value, values)]);
  const summary = readFileSync(setting.GITHUB_STEP_SUMMARY, "utf8");
  return { success, log, outputs: Object.fromEntries(outputs) as Record<string, string>, summary };
}

/** Takes this version only, as a registry with no other would. */
const NPX = `#!/bin/sh
[ "$1 $2" = "--yes kubeboot@${JSON.parse(readFileSync("package.json", "utf8")).version}" ] || exit 99
shift 2
exec '${process.execPath}' '${resolve("bin/kubeboot.js")}' "$@"
`;

/** What an action does not know is empty. */
function evaluate(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => values.get(name) ?? "");
}
