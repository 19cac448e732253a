import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CHECK_CODES, describeCode } from "../../src/findings/table.ts";

test("docs/checks.md has a paragraph for each check, in order, with its severity and reason", () => {
  const [, ...sections] = readFileSync("docs/checks.md", "utf8").split(/^### /m);
  const documented = sections.map((section) => {
    const [code, severity, reason] = /^(\S+)\n\n(\w+): (.*)\.\n\n\S/.exec(section)?.slice(1) ?? [section];
    return { code, severity: severity?.toLowerCase(), reason };
  });
  const expected = CHECK_CODES.map(describeCode).map(({ code, severity, reason }) => ({ code, severity, reason }));
  expect(documented).toEqual(expected);
});
