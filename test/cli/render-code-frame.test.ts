import { expect, test } from "vitest";
import { renderCodeFrame, type FramePlace } from "../../src/cli/render-code-frame.ts";
import { measureWidth } from "../../src/cli/text-width.ts";

const LONG = "0123456789".repeat(20);

test.each<[string, string, Omit<FramePlace, "severity">, string[]]>([
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
  const frame = renderCodeFrame(text, { ...location, severity: "error" }, { color: false, width: Infinity });
  expect(frame).toBe(lines.map((line) => `    ${line}\n`).join(""));
});

test.each([
  ["text", LONG],
  ["wide characters", "東京".repeat(50)],
  ["tabs", "\t".repeat(100)],
])("fits a narrow terminal: %s", (_, text) => {
  for (const column of [1, 50, 100]) {
    const frame = renderCodeFrame(text, { line: 10, column, severity: "error" }, { color: false, width: 45 });
    expect(
      frame
        .split("\n")
        .map(measureWidth)
        .filter((width) => width > 45),
    ).toEqual([]);
  }
});

test("colours the number and the caret", () => {
  const frame = renderCodeFrame("key", { line: 1, column: 2, severity: "warning" }, { color: true, width: 80 });
  expect(frame).toBe("    \x1b[2m1 |\x1b[0m key\n    \x1b[2m  |\x1b[0m  \x1b[33m^\x1b[0m\n");
});
