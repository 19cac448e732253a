import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { command, type Requirement } from "./requirements.ts";

/** Any Python 3. */
export const python = command("python3");

/** Debian's cloud-init as a Python package, which the system's Python finds. */
export const cloudInitPackage: Requirement = {
  present: existsSync("/usr/lib/python3/dist-packages/cloudinit/mergers") && existsSync("/usr/bin/python3"),
  remedy: "apt-get install cloud-init",
};

/** PyYAML, for the system's Python. */
export const pythonYaml: Requirement = {
  present: existsSync("/usr/lib/python3/dist-packages/yaml") && existsSync("/usr/bin/python3"),
  remedy: "apt-get install python3-yaml",
};

/** The Python that can import cloud-init and PyYAML. */
export const SYSTEM_PYTHON = "/usr/bin/python3";

/**
 * Runs a script of this folder once on many inputs: it reads one JSON value per line and answers each with one.
 * Starting Python costs more than its work.
 */
export function runPython<Answer>(script: string, inputs: readonly unknown[], interpreter = "python3"): Answer[] {
  const { status, stdout, stderr, error } = spawnSync(
    interpreter,
    ["-B", fileURLToPath(new URL(script, import.meta.url))],
    { input: inputs.map((value) => `${JSON.stringify(value)}\n`).join(""), encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  const answers = stdout.split("\n").filter((line) => line !== "");
  if (answers.length !== inputs.length) throw new Error(`${script} gave ${answers.length} answers`);
  return answers.map((line) => JSON.parse(line) as Answer);
}
