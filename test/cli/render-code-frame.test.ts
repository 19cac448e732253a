import { expect, test } from "vitest";
import { renderCodeFrame } from "../../src/cli/render-code-frame.ts";

const LONG = "0123456789".repeat(20);

test.each<[string, string, { line: number; column: number | null }, string[]]>([
  ["at the start", "run_cmd:", { line: 3, column: 1 }, ["3 | run_cmd:", "  | ^"]],
  ["inside", "  - ls", { line: 12, column: 5 }, ["12 |   - ls", "   |     ^"]],
  ["behind the end", "key:", { line: 1, column: 5 }, ["1 | key:", "  |     ^"]],
  ["far behind the end", "key", { line: 1, column: 900 }, ["1 | key", "  |    ^"]],
  ["without a column", "key", { line: 1, column: null }, ["1 | key"]],
  ["an empty line", "", { line: 1, column: 1 }, ["1 |", "  | ^"]],
  ["behind a tab", "\tkey", { line: 1, column: 2 }, ["1 |     key", "  |     ^"]],
  ["behind a control character", "\x1b[1m!", { line: 1, column: 5 }, ["1 | \\x1b[1m!", "  |        ^"]],
  ["behind wide characters", "東京: x", { line: 1, column: 5 }, ["1 | 東京: x", "  |       ^"]],
  ["behind an emoji", "🚀 x", { line: 1, column: 4 }, ["1 | 🚀 x", "  |    ^"]],
  ["behind a combining character", "e\u0301 x", { line: 1, column: 4 }, ["1 | e\u0301 x", "  |   ^"]],
  ["inside a surrogate pair", "🚀", { line: 1, column: 2 }, ["1 | 🚀", "  |  ^"]],
  ["a long line, at its start", LONG, { line: 1, column: 1 }, [`1 | ${LONG.slice(0, 72)}…`, "  | ^"]],
  [
    "a long line, in its middle",
    LONG,
    { line: 1, column: 101 },
    [`1 | …${LONG.slice(64, 136)}…`, `  | ${" ".repeat(37)}^`],
  ],
  ["a long line, at its end", LONG, { line: 1, column: 200 }, [`1 | …${LONG.slice(128)}`, `  | ${" ".repeat(72)}^`]],
])("points %s", (_, text, location, lines) => {
  expect(renderCodeFrame(text, location)).toBe(lines.map((line) => `${line}\n`).join(""));
});
