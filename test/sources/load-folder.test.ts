import { mkdirSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { loadSources } from "../../src/sources/load-sources.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";

const LIMITS = { stdin: null, maxBytes: 2 ** 20, pipes: true };

describe("a folder without some of its files", () => {
  beforeEach(() =>
    enterFolder(makeFolder({ "d/a.sh": "a", "d/b.md": "b", "d/c.MD": "c", "d/sub/x": "x", "[d]/a.sh": "a" })),
  );

  test.each<[string[], string[], string[], string[]]>([
    [["d"], ["*.md"], ["d/a.sh", "d/c.MD"], ["folder-nested"]],
    [["d"], ["*.{md,MD}", "sub"], ["d/a.sh"], []],
    [["d"], ["[bc].*", "sub"], ["d/a.sh"], []],
    [["d", "d/b.md"], ["*.md", "s*"], ["d/a.sh", "d/c.MD", "d/b.md"], []],
    [["d"], ["d/*.md", "sub"], ["d/a.sh", "d/b.md", "d/c.MD"], ["exclude-unused"]],
    [["d/a.sh"], ["*.sh"], ["d/a.sh"], ["exclude-unused"]],
    [["[d]"], ["*.sh"], [], ["folder-empty"]],
  ])("%j, excluding %j", async (inputs, exclude, paths, codes) => {
    const { sources, findings } = await loadSources(inputs, { ...LIMITS, exclude });
    expect(sources.map(({ path }) => path)).toEqual(paths);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  test("tells names that are not UTF-8, byte by byte", async () => {
    const folder = makeFolder({ "d/a.sh": "a" });
    for (const name of ["caf\xe9.sh", "caf\xea.sh", ".\xe9", "\xe9.md"]) {
      writeFileSync(Buffer.from(`${folder}/d/${name}`, "latin1"), "");
    }
    mkdirSync(Buffer.from(`${folder}/d/sub\xe9`, "latin1"));
    enterFolder(folder);
    const { sources, findings } = await loadSources(["d", "caf\ufffd.sh"], { ...LIMITS, exclude: ["*.md"] });
    expect(sources.map(({ path }) => path)).toEqual(["d/a.sh"]);
    expect(findings.map(({ code, path, hint }) => [code, path, hint])).toEqual([
      ["folder-name", "d/caf\\xe9.sh", "rename it"],
      ["folder-name", "d/caf\\xea.sh", "rename it"],
      ["folder-nested", "d/sub\\xe9", "list it as well if you need its files"],
      ["source-missing", "caf\ufffd.sh", "rename the file if its name is not UTF-8"],
    ]);
  });

  test("skips what editors leave, unless it is listed itself", async () => {
    const names = ["a.sh~", "#a.sh#", "a.sh.swp", "a#", "#b", "a.orig"];
    enterFolder(makeFolder(Object.fromEntries(names.map((name) => [`e/${name}`, ""]))));
    const { sources, findings } = await loadSources(["e", "e/a.sh~"], LIMITS);
    expect(sources.map(({ filename }) => filename)).toEqual(["#b", "a#", "a.orig", "a.sh~"]);
    expect(findings.map(({ code, path }) => [code, path])).toEqual(
      ["e/#a.sh#", "e/a.sh.swp", "e/a.sh~"].map((path) => ["folder-leftover", path]),
    );
  });
});
