import { describe, expect, test } from "vitest";
import { renderLintGitlab } from "../../src/cli/render-lint-gitlab.ts";
import { finding } from "../../src/findings/finding.ts";
import type { Finding, Location } from "../../src/model.ts";

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number } };
}

function render(findings: readonly Finding[]): Issue[] {
  return JSON.parse(renderLintGitlab(findings, "/project")) as Issue[];
}

const emptyAt = (line: number) => finding("part-empty", { path: "a.sh", line });

describe("renderLintGitlab", () => {
  test("is an empty array without findings", () => {
    expect(render([])).toEqual([]);
  });

  test("has every field that GitLab requires", () => {
    expect(render([finding("config-root", { path: "b", line: 3, column: 7 }, { found: "a list" })])).toEqual([
      {
        description: expect.stringMatching(/./),
        check_name: "config-root",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: "major",
        location: { path: "b", lines: { begin: 3 } },
      },
    ]);
  });

  test.each<[string, Partial<Location>, string, number]>([
    ["nowhere", {}, ".", 1],
    ["a file without a line", { path: "a.sh" }, "a.sh", 1],
    ["an absolute path", { path: "/project/sub/a.sh", line: 2 }, "sub/a.sh", 2],
    ["a path with dots", { path: "./sub/../a.sh", line: 2 }, "a.sh", 2],
    ["a URL", { path: "https://example.com/a" }, "https://example.com/a", 1],
    ["a part of a blob, whose lines are none of the file's", { path: "blob", part: 2, line: 9 }, "blob", 1],
  ])("locates a finding: %s", (_, location, path, begin) => {
    expect(render([finding("part-empty", location)])[0]?.location).toEqual({ path, lines: { begin } });
  });

  test("what could not be read blocks", () => {
    const found = [
      finding("source-missing", { path: "a" }, { isGarbled: false }),
      finding("run-stopped", {}, { reason: "b" }),
    ];
    expect(render(found)).toEqual([
      expect.objectContaining({ check_name: "source-missing", severity: "blocker" }),
      expect.objectContaining({ check_name: "run-stopped", severity: "blocker", description: "b" }),
    ]);
  });

  test("a fingerprint stays when the line moves, and is never given twice", () => {
    const [first, second] = render([emptyAt(1), emptyAt(5)]);
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
    expect(render([emptyAt(8)])[0]?.fingerprint).toBe(first?.fingerprint);
  });
});
