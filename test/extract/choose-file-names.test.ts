import { basename, dirname, join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseFileNames } from "../../src/extract/choose-file-names.ts";
import { cleanFilename } from "../../src/part/script-folders.ts";
import { makeReadPart } from "../support/make-part.ts";
import { assertProperty, SEEDED } from "../support/seed.ts";

function nameAll(...filenames: string[]): string[] {
  return chooseFileNames(filenames.map((filename, index) => makeReadPart({ filename, number: index + 1 })));
}

test.each([
  ["setup.sh", "setup.sh"],
  [".hidden", ".hidden"],
  ["my script (1).sh", "my script (1).sh"],
  ["größe-日本語.yaml", "größe-日本語.yaml"],
  ["-rf", "-rf"],
  ["", "part-001"],
  [".", "part-001"],
  ["..", "part-001"],
  ["....", "part-001"],
  ["\n", "part-001"],
  ["\0", "part-001"],
  [" ", "part-001"],
  ["../../etc/passwd", ".._.._etc_passwd"],
  ["/etc/passwd", "_etc_passwd"],
  ["a/b", "a_b"],
  ["C:\\x", "Cx"],
  ["..\\..\\x", "....x"],
  ["a.txt:stream", "a.txtstream"],
  ["line\nbreak\r.sh", "linebreak.sh"],
  ["nul\0.sh", "_nul.sh"],
  ["\x1b[31mred\x9b\x7f", "[31mred"],
  ["\u202egnp.exe\u2066\u200b", "gnp.exe"],
  ["half\ud800", "half"],
  ["𝄞.sh", "𝄞.sh"],
  ["CON", "_CON"],
  ["con.tar.gz", "_con.tar.gz"],
  ["Lpt9", "_Lpt9"],
  ["com¹.sh", "_com¹.sh"],
  ["NUL .sh", "_NUL .sh"],
  ["console", "console"],
  ["com10", "com10"],
  ["dot.", "dot._"],
  ["blank ", "blank"],
  ["CON.", "_CON._"],
  ["x".repeat(255), "x".repeat(255)],
  [`${"x".repeat(300)}.sh`, `${"x".repeat(252)}.sh`],
  [`${"é".repeat(200)}.sh`, `${"é".repeat(126)}.sh`],
  [`a.${"y".repeat(300)}`, `a.${"y".repeat(253)}`],
  [`${"x".repeat(300)}.a_b`, "x".repeat(255)],
])("%j is written as %j", (filename, expected) => {
  expect(nameAll(filename)).toEqual([expected]);
});

describe("names that collide are numbered", () => {
  test.each([
    [
      ["a.sh", "a.sh", "a.sh"],
      ["a.sh", "a-2.sh", "a-3.sh"],
    ],
    [
      ["a.sh", "A.SH"],
      ["a.sh", "A-2.SH"],
    ],
    [
      ["a/b", "a_b"],
      ["a_b", "a_b-2"],
    ],
    [
      ["a-2", "a", "a"],
      ["a-2", "a", "a-3"],
    ],
    [
      ["a", "a", "a-2"],
      ["a", "a-2", "a-2-2"],
    ],
    [
      ["é", "e\u0301"],
      ["é", "e\u0301-2"],
    ],
    [
      ["straße", "STRASSE"],
      ["straße", "STRASSE-2"],
    ],
    [
      ["", "part-001", ".."],
      ["part-001", "part-001-2", "part-003"],
    ],
    [
      ["x".repeat(255), "x".repeat(256)],
      ["x".repeat(255), `${"x".repeat(253)}-2`],
    ],
  ])("%j", (filenames, expected) => {
    expect(nameAll(...filenames)).toEqual(expected);
  });

  test("ten thousand names too", () => {
    const names = nameAll(...Array.from({ length: 10_000 }, () => "a"));
    expect(new Set(names).size).toBe(10_000);
    expect(names.at(-1)).toBe("a-10000");
  });
});

/** Characters that leave a folder, mislead, or collide, in any mixture. */
const hostile = fc
  .array(
    fc.constantFrom("..", "/", "\\", ".", "a", "A", "CON", ":", "\0", "\n", "\u202e", "é", "e\u0301", " ", "~", "-2"),
  )
  .map((pieces) => pieces.join(""));

const filename = fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 300 }), fc.string({ maxLength: 20 }));

test(`any names become separate files directly in the folder ${SEEDED}`, async () => {
  await assertProperty(
    fc.property(fc.array(filename, { maxLength: 12 }), (filenames) => {
      const names = nameAll(...filenames);
      for (const name of names) {
        expect(dirname(join("/folder", name))).toBe("/folder");
        expect(basename(name)).toBe(name);
        expect(name).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"/\\|?*]*[^\s.]$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }
      expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(filenames.length);
      expect(nameAll(...names)).toEqual(names);
    }),
    1000,
  );
});

test(`a lone script keeps the name that cloud-init gives it ${SEEDED}`, async () => {
  const ordinary = fc.string({ unit: "binary", maxLength: 60 }).filter((name) => !/^\.*$/.test(cleanFilename(name)));
  await assertProperty(
    fc.property(ordinary, (name) => {
      expect(trim(nameAll(name)[0]!)).toBe(trim(name));
    }),
  );
});

/** Removes the `_` that is added to a name that Windows does not allow. */
function trim(name: string): string {
  return cleanFilename(name).replace(/^_|_$/g, "");
}
