import { expect, test } from "vitest";
import { parseParameter } from "../../src/mime/header-parameters.ts";

test.each<[string, string | null]>([
  ["attachment; filename=a.sh", "a.sh"],
  ['attachment; filename="a.sh"', "a.sh"],
  ['attachment; filename="a;b.sh"; x=y', "a;b.sh"],
  ['attachment; filename="a \\"b\\" \\\\ c"', 'a "b" \\ c'],
  ["attachment; FileName = a.sh ", "a.sh"],
  ["attachment;\r\n\tfilename=a.sh", "a.sh"],
  ["attachment; filename=<a.sh>", "a.sh"],
  ["attachment; filename=a; filename=b", "a"],
  ["filename=a", "a"],
  ['attachment; filename=""', ""],
  ["attachment; filename", ""],
  ["attachment; filename*=utf-8''gr%C3%BC%C3%9Fe", "grüße"],
  ["attachment; filename*=UTF-8'de'%E2%86%92", "→"],
  ["attachment; filename*=iso-8859-1''%E4", "ä"],
  ["attachment; filename*=unheard-of''%E4", "ä"],
  ["attachment; filename*=plain", "plain"],
  ["attachment; filename*1=b; filename*0=a; filename*2=c", "abc"],
  ["attachment; filename*0*=utf-8''%C3; filename*1*=%A4; filename*2=.sh", "ä.sh"],
  ["attachment; filename*=utf-8''b; filename=a", "a"],
  ["attachment", null],
  ["", null],
])("%j has the filename %j", (header, filename) => {
  expect(parseParameter(header, "filename")).toBe(filename);
});

test("a missing header has no parameter", () => {
  expect(parseParameter(null, "filename")).toBeNull();
});
