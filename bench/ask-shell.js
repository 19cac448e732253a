import { spawnSync } from "node:child_process";

/** What `dash -n` or `bash -n` says against the script; null if it accepts it. bash ends with 0 after some errors. */
export function askShell(shell, text) {
  const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8" };
  const { status, stderr, error } = spawnSync(shell, ["-n"], { input: text, encoding: "utf8", env });
  if (error) throw error;
  const lines = stderr.split("\n").filter((line) => line !== "" && !line.includes(": warning: "));
  return status === 0 && lines.length === 0 ? null : (lines[0] ?? `status ${status}`);
}
