import { describe, expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import { openArchives } from "../../src/cloud-config/open-archives.ts";
import { createBundle, lintSources } from "../../src/index.ts";
import { makePart } from "../support/make-part.ts";

const MARKER = "#cloud-config-archive\n";

async function placesIn(content: string): Promise<string[]> {
  const { findings } = await lintSources([{ name: "a", content: MARKER + content }]);
  return findings.map(({ code, line, column }) => `${line}:${column} ${code}`);
}

describe("the location of a problem in an entry", () => {
  test.each<[string, string, string[]]>([
    ["a literal block", "- |\n  #cloud-config\n  runcmd: x\n", ["4:3 config-type"]],
    ["one with an indentation indicator", "- |4\n      \n     x\n", ["4:6 config-root"]],
    ["one with CRLF", "- |\r\n  #cloud-config\r\n\r\n  runcmd: x\r\n", ["5:3 config-type"]],
    ["one that ends too early", "- |\n  #cloud-config\n  a: [\n", ["4:6 config-syntax"]],
    ["a plain scalar", "- content: x\n", ["2:12 config-root"]],
    ["quotes on one line", "- '#!sh'\n", ["2:4 shebang-interpreter"]],
    ["quotes with an escape", '- content: "#cloud-config\\nruncmd: x\\n"\n', ["2:12 config-type"]],
    ["nothing", "- {}\n", ["2:3 part-empty"]],
    ["an alias", "- &a '#!sh'\n- *a\n", ["2:7 shebang-interpreter", "3:3 shebang-interpreter"]],
  ])("%s", async (_, content, expected) => {
    expect(await placesIn(content)).toEqual(expected);
  });

  test("is named by other findings too", async () => {
    const content = `${MARKER}- |\n  #cloud-config\n  runcmd: [a]\n- |\n  #cloud-config\n  runcmd: [b]\n`;
    const { findings } = await lintSources([{ name: "a", content }]);
    expect(findings).toMatchObject([{ code: "config-replaced", line: 7, message: expect.stringContaining("a:4") }]);
  });
});

test("bundling an archive reports the problems of its entries", async () => {
  const content = `${MARKER}- |\n  #cloud-config\n  runcmd: x\n`;
  await expect(createBundle([{ name: "a", content }])).rejects.toMatchObject({ findings: [{ line: 4, column: 3 }] });
});

test("a comment in the archive allows a code in its entries", async () => {
  expect(await placesIn("- |\n  #cloud-config\n  runcmd: x # kubeboot: allow config-type\n")).toEqual([]);
  expect(await placesIn("# kubeboot: allow part-empty\n- {}\n")).toEqual([]);
});

test("entries have the names that cloud-init gives them, and follow their archive", async () => {
  const type = "text/cloud-config-archive";
  const parts = [
    makePart({}),
    makePart({ type, content: `${MARKER}- a\n- {content: b, filename: f}\n` }),
    makePart({}),
  ];
  const names = (await openArchives(parts)).map(({ filename }) => filename);
  expect(names).toEqual(["part", "part", "part-002", "f", "part"]);
});

test("an archive of a blob is opened when the blob is read", async () => {
  const part = makePart({ type: "text/cloud-config-archive", content: `${MARKER}- 5\n`, number: 1 });
  expect(await openArchives([part])).toEqual([part]);
  expect(await runChecks({ input: [part], arranged: [part] })).toEqual([]);
});
