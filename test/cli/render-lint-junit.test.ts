import { expect, test } from "vitest";
import { renderLintJunit } from "../../src/cli/render-lint-junit.ts";
import { finding } from "../../src/findings/finding.ts";
import type { Finding } from "../../src/model.ts";
import { describeWith } from "../support/requirements.ts";
import { python, runPython } from "../support/run-python.ts";

function read(paths: readonly string[], findings: Finding[]): unknown {
  const texts = paths.map((path) => ({ path, part: null, filename: path, content: new Uint8Array() }));
  return runPython("read_junit.py", [renderLintJunit({ texts, findings })])[0];
}

const PASSED = { outcome: null, type: null, failure: null, output: null };

test("looks at each finding a fixed number of times, however many files there are", () => {
  let reads = 0;
  const findings = Array.from({ length: 300 }, (_, file): Finding => ({
    ...finding("part-empty", {}),
    get path() {
      reads += 1;
      return `${file}.sh`;
    },
  }));
  renderLintJunit({ texts: [], findings });
  expect(reads).toBeLessThan(10 * findings.length);
});

describeWith([python], "renderLintJunit", () => {
  test("a file without findings is a test that passes", () => {
    expect(read(["a.sh"], [])).toEqual({
      tests: "1",
      failures: "0",
      errors: "0",
      cases: [{ name: "a.sh", ...PASSED }],
    });
  });

  test("an error is a failure, a warning is output, and what has no file is a test of its own", () => {
    const found = [
      finding("part-empty", { path: "a.sh" }),
      finding("text-bom", { path: "b" }, { type: "text/cloud-config" }),
      finding("part-empty", {}),
    ];
    expect(read(["a.sh", "c.sh"], found)).toEqual({
      tests: "4",
      failures: "1",
      errors: "0",
      cases: [
        { name: "a.sh", ...PASSED, output: expect.stringMatching(/^a\.sh: warning: .*\(part-empty\)$/) },
        { name: "c.sh", ...PASSED },
        {
          name: "b",
          outcome: "failure",
          type: "text-bom",
          failure: expect.stringMatching(/^b: error: /),
          output: null,
        },
        { name: "kubeboot", ...PASSED, output: expect.stringMatching(/^kubeboot: warning: /) },
      ],
    });
  });

  test("what could not be read is an error, which is no failure", () => {
    const found = [
      finding("source-missing", { path: "a.sh" }, { isGarbled: false }),
      finding("part-empty", { path: "a.sh" }),
    ];
    expect(read(["a.sh"], found)).toEqual({
      tests: "1",
      failures: "0",
      errors: "1",
      cases: [
        {
          name: "a.sh",
          outcome: "error",
          type: "source-missing",
          failure: expect.stringMatching(/^a\.sh: error: .*\(source-missing\)$/),
          output: expect.stringMatching(/^a\.sh: warning: /),
        },
      ],
    });
  });

  test.each([
    ["what XML escapes", `<a> & "b" 'c' ]]>`, `<a> & "b" 'c' ]]>`],
    ["blanks", "a\tb\nc\rd", "a\tb\nc\rd"],
    ["what XML can't contain", "a\0b\x1b\uFFFF\uD800", "a\uFFFDb\uFFFD\uFFFD\uFFFD"],
    ["what controls a terminal", "a\x9b1m\x7f\u202eb", "a\x9b1m\x7f\u202eb"],
    ["text beyond ASCII", "ä😀", "ä😀"],
  ])("keeps a name: %s", (_, path, name) => {
    expect(read([path], [])).toEqual({ tests: "1", failures: "0", errors: "0", cases: [{ name, ...PASSED }] });
  });
});

test("writes no character that controls a terminal", () => {
  const xml = renderLintJunit({
    texts: [],
    findings: [finding("part-empty", { path: "\x1b[1m\x9b\x7f\u202e\u2028" })],
  });
  expect(xml).not.toMatch(/[^\n\P{C}]|[\u2028\u2029]/u);
});
