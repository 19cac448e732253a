/** More than the arguments that a call can have, which `push(...list)` and `Math.max(...list)` would hand over. */
import { describe, expect, test } from "vitest";
import { renderTable } from "../src/cli/render-table.ts";
import { lintSources, type MemorySource } from "../src/index.ts";

const COUNT = 130_000;

const repeat = (make: (index: number) => string): string =>
  Array.from({ length: COUNT }, (_, index) => make(index)).join("");

const INCLUDES = `#include\n${repeat(() => "x\n")}`;
const BLOB = `MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/x-include-url

${INCLUDES}
--b--
`;
const CONFIG = `#cloud-config\nusers:\n${repeat(() => "- a\n")}`;

describe("a source takes any number of", () => {
  test.each<[string, MemorySource, number]>([
    ["findings in a file", { name: "a.txt", content: INCLUDES }, COUNT],
    ["findings in a blob", { name: "blob", content: BLOB }, COUNT],
    ["users", { name: "a.cfg", content: CONFIG }, 0],
  ])("%s", async (_, source, least) => {
    const { findings } = await lintSources([source]);
    expect(findings.length).toBeGreaterThanOrEqual(least);
  });
});

test("a table takes any number of rows", () => {
  const rows = Array.from({ length: COUNT }, () => ["a", "1"]);
  expect(renderTable(rows, { cut: [0] }, { color: false, width: Infinity })).toHaveLength(COUNT * "a  1\n".length);
});
