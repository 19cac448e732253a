import { expect, test } from "vitest";
import { renderLintGithub } from "../../src/cli/render-lint-github.ts";
import type { FindingOf } from "../../src/findings/finding.ts";

const FOUND: FindingOf<"text-bom"> = {
  code: "text-bom",
  severity: "error",
  path: "base.cfg",
  part: null,
  line: 1,
  column: 2,
  message: "what is wrong",
  hint: "the way out",
  args: { type: "text/cloud-config" },
};

test.each<[string, Partial<FindingOf<"text-bom">>, string]>([
  ["a place", {}, "::error file=base.cfg,line=1,col=2,title=text-bom::what is wrong; the way out"],
  ["no column", { column: null }, "::error file=base.cfg,line=1,title=text-bom::what is wrong; the way out"],
  ["no hint", { hint: null }, "::error file=base.cfg,line=1,col=2,title=text-bom::what is wrong"],
  ["no file", { path: null, line: null, column: null }, "::error title=text-bom::what is wrong; the way out"],
  [
    "a warning",
    { severity: "warning", hint: null, line: null, column: null },
    "::warning file=base.cfg,title=text-bom::what is wrong",
  ],
  [
    "a note",
    { severity: "note", hint: null, line: null, column: null },
    "::notice file=base.cfg,title=text-bom::what is wrong",
  ],
  [
    "what would end a property",
    { path: "a:b,c%d\r\n.cfg" },
    "::error file=a%3Ab%2Cc%25d%0D%0A.cfg,line=1,col=2,title=text-bom::what is wrong; the way out",
  ],
  [
    "what would end a message",
    { message: "100 %: a, b\r\nc", hint: null },
    "::error file=base.cfg,line=1,col=2,title=text-bom::100 %25: a, b%0D%0Ac",
  ],
  [
    "what controls a terminal",
    { path: "a\x1b[1m.cfg", message: "b\0\x9b\t\u202e", hint: "c\x07" },
    "::error file=a\\x1b[1m.cfg,line=1,col=2,title=text-bom::b\\x00\\x9b\\x09\\u202e; c\\x07",
  ],
  [
    "a part of a blob, whose lines are none of the file's",
    { path: "userdata", part: 3 },
    "::error file=userdata,title=text-bom::userdata[3]:1:2: what is wrong; the way out",
  ],
])("%s", (_, found, line) => {
  expect(renderLintGithub([{ ...FOUND, ...found }])).toBe(`${line}\n`);
});

test("prints one line for each finding, and nothing without findings", () => {
  expect(renderLintGithub([FOUND, FOUND]).match(/\n/g)).toHaveLength(2);
  expect(renderLintGithub([])).toBe("");
});
