import { execFileSync } from "node:child_process";

/** The minima of each command's wall and CPU seconds, and its peak memory in bytes. */
export function measure(commands, rounds) {
  const input = JSON.stringify({ rounds, commands });
  return JSON.parse(execFileSync("python3", ["bench/measure.py"], { input, encoding: "utf8" }));
}

/** Each is a name, what was measured, and the most that it may be. */
export function printTargets(targets) {
  printTable(
    ["target", "at most", "measured", ""],
    targets.map(([name, value, limit]) => [name, limit, value.toFixed(2), value <= limit ? "met" : "**missed**"]),
  );
}

/** As Markdown. */
export function printTable(header, rows) {
  const lines = [header, header.map((_, column) => (column === 0 ? "---" : "---:")), ...rows];
  console.log(lines.map((cells) => `| ${cells.join(" | ")} |\n`).join(""));
}
