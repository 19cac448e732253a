import { expect, test } from "vitest";
import { cutMiddle, measureWidth } from "../../src/cli/text-width.ts";

test.each([
  ["", 0],
  ["setup.sh", 8],
  ["café", 4],
  ["cafe\u0301", 4],
  ["日本語", 6],
  ["ｆｕｌｌ", 8],
  ["한국어.sh", 9],
  ["🚀", 2],
  ["𠀀", 2],
  ["a\u200bb", 2],
])("%j takes %i columns", (text, width) => {
  expect(measureWidth(text)).toBe(width);
});

test.each([
  ["setup.sh", 8, "setup.sh"],
  ["setup.sh", 7, "set….sh"],
  ["setup.sh", 6, "set…sh"],
  ["日本語日本語", 12, "日本語日本語"],
  ["日本語日本語", 11, "日本…本語"],
  ["日本語日本語", 8, "日本…語"],
  ["日本語日本語", 2, "…"],
])("%j cut to %i columns is %j", (text, width, cut) => {
  expect(cutMiddle(text, width)).toBe(cut);
  expect(measureWidth(cut)).toBeLessThanOrEqual(width);
});
