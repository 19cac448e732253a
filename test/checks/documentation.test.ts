import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listCheckCodes, describeCode } from "../../src/findings/table.ts";
import { lintSources } from "../../src/index.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { readExample, type Example } from "../support/read-example.ts";

const [, ...SECTIONS] = readFileSync("docs/checks.md", "utf8").split(/^### /m);

test("docs/checks.md has a paragraph for each check, in order, with its severity and reason", () => {
  const documented = SECTIONS.map((section) => {
    const [code, severity, reason] = /^(\S+)\n\n(\w+): (.*)\.\n\n\S/.exec(section)?.slice(1) ?? [section];
    return { code, severity: severity?.toLowerCase(), reason };
  });
  const expected = listCheckCodes()
    .map(describeCode)
    .map(({ code, severity, reason }) => ({ code, severity, reason }));
  expect(documented).toEqual(expected);
});

describe("an example", () => {
  test.each(SECTIONS.map((section) => [section.split("\n", 1)[0]!, section] as const))("of %s", async (code, text) => {
    const { bad, good } = readExample(text);
    expect(await lint(bad)).toEqual([code]);
    expect(await lint(good)).toEqual([]);
  });
});

/** The codes of the findings, each once. */
async function lint({ files, sources, options }: Example): Promise<string[]> {
  enterFolder(makeFolder(files));
  const { findings } = await lintSources(sources, options);
  return [...new Set(findings.map((found) => found.code))];
}
