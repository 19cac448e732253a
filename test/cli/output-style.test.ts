import { expect, test } from "vitest";
import { styleOutput } from "../../src/cli/output-style.ts";

const TERMINAL = { isTTY: true, columns: 100, write: () => {} };

const FILE = { isTTY: false, write: () => {} };

test.each<[Record<string, string>, boolean, boolean]>([
  [{}, true, false],
  [{ TERM: "xterm" }, true, false],
  [{ TERM: "dumb" }, false, false],
  [{ NO_COLOR: "" }, true, false],
  [{ NO_COLOR: "1" }, false, false],
  [{ NO_COLOR: "0" }, false, false],
  [{ FORCE_COLOR: "" }, true, false],
  [{ FORCE_COLOR: "1" }, true, true],
  [{ FORCE_COLOR: "3" }, true, true],
  [{ FORCE_COLOR: "0" }, false, false],
  [{ FORCE_COLOR: "false" }, false, false],
  [{ CLICOLOR_FORCE: "" }, true, false],
  [{ CLICOLOR_FORCE: "1" }, true, true],
  [{ CLICOLOR_FORCE: "0" }, true, false],
  [{ CLICOLOR: "1" }, true, false],
  [{ CLICOLOR: "0" }, false, false],
  [{ NO_COLOR: "1", FORCE_COLOR: "1", CLICOLOR_FORCE: "1" }, false, false],
  [{ FORCE_COLOR: "0", CLICOLOR_FORCE: "1" }, false, false],
  [{ FORCE_COLOR: "1", TERM: "dumb" }, true, true],
  [{ CLICOLOR_FORCE: "1", CLICOLOR: "0", TERM: "dumb" }, true, true],
])("with %j, a terminal has colour: %j, a file: %j", (env, terminal, file) => {
  expect([TERMINAL, FILE].map((stream) => styleOutput({ env }, stream).color)).toEqual([terminal, file]);
});

test.each<[string | undefined, number | undefined, number]>([
  [undefined, 100, 100],
  [undefined, undefined, 80],
  [undefined, 0, 80],
  [undefined, 12, 40],
  ["120", 100, 120],
  ["1", 100, 40],
  ["0", 100, 100],
  ["", 100, 100],
  ["-5", 100, 100],
  ["wide", 100, 100],
  ["999999999", 100, 100],
])("with COLUMNS=%j, a terminal of %j columns is %j wide, and a file is not wrapped", (named, columns, width) => {
  const env = { COLUMNS: named };
  expect(styleOutput({ env }, { ...TERMINAL, columns }).width).toBe(width);
  expect(styleOutput({ env }, FILE).width).toBe(Infinity);
});
