import { expect, test } from "vitest";
import { renderTable, type TableLayout } from "../../src/cli/render-table.ts";
import { measureWidth } from "../../src/cli/text-width.ts";

const ROWS = [
  ["NAME", "BYTES", "WHAT IT IS"],
  ["a-name-of-thirty-three-characters", "7", "words that take more than the rest of a line"],
];

const LAYOUT = { cut: [0], wrapped: [2], alignedRight: [1] };

test.each<[string, number, TableLayout, string]>([
  [
    "as wide as it is",
    Infinity,
    LAYOUT,
    `
NAME                               BYTES  WHAT IT IS
a-name-of-thirty-three-characters      7  words that take more than the rest of a line`,
  ],
  [
    "the widest column first",
    70,
    LAYOUT,
    `
NAME                            BYTES  WHAT IT IS
a-name-of-thirt…ree-characters      7  words that take more than the
                                       rest of a line`,
  ],
  [
    "both columns",
    40,
    LAYOUT,
    `
NAME             BYTES  WHAT IT IS
a-name-…racters      7  words that take
                        more than the
                        rest of a line`,
  ],
  [
    "a column that stands below the others, because the name is not cut",
    44,
    { wrapped: [2] },
    `
NAME                               BYTES
    WHAT IT IS
a-name-of-thirty-three-characters  7
    words that take more than the rest of a
    line`,
  ],
  [
    "all columns below the first",
    37,
    {},
    `
NAME
    BYTES; WHAT IT IS
a-name-of-thirty-three-characters
    7; words that take more than the
    rest of a line`,
  ],
])("fits %s", (_, width, layout, expected) => {
  const table = renderTable(ROWS, layout, { color: false, width });
  expect(`\n${table}`).toBe(`${expected}\n`);
  expect(table.split("\n").filter((line) => measureWidth(line) > width)).toEqual([]);
});

test("never lets a cell write to the terminal", () => {
  expect(renderTable([["\x1b[31m\n"]], {}, { color: true, width: 80 })).toBe("\\x1b[31m\\x0a\n");
});
