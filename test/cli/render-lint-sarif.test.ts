import Ajv from "ajv-draft-04";
import { describe, expect, test } from "vitest";
// The schema as published by OASIS, from a package of its authors.
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import packageJson from "../../package.json" with { type: "json" };
import type { LintRun } from "../../src/cli/run-lint.ts";
import { renderLintSarif } from "../../src/cli/render-lint-sarif.ts";
import { finding } from "../../src/findings/finding.ts";
import type { Finding, Location } from "../../src/model.ts";

const isSarif = new Ajv.default({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);

/** The run, after validating the whole as SARIF. */
function render(findings: readonly Finding[], end: LintRun = { complete: true, exitCode: 0 }) {
  const log: unknown = JSON.parse(renderLintSarif(findings, end));
  expect(isSarif(log) || isSarif.errors).toBe(true);
  const { runs } = log as {
    runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number }[] }];
  };
  return runs[0];
}

const REMOVED = { type: "text/upstart-job", since: "22.2", named: null };

describe("renderLintSarif", () => {
  test("is SARIF without findings", () => {
    expect(render([])).toEqual({
      tool: { driver: { name: "kubeboot", version: packageJson.version, rules: [] } },
      invocations: [{ executionSuccessful: true, exitCode: 0 }],
      columnKind: "utf16CodeUnits",
      results: [],
    });
  });

  test("contains a rule for each code, and a result for each finding", () => {
    const { tool, results } = render([
      finding("part-empty", { path: "a.sh" }),
      finding("text-bom", { path: "b" }, { type: "text/cloud-config" }),
      finding("part-empty", { path: "c.sh" }),
    ]);
    expect(tool.driver.rules).toEqual([
      {
        id: "part-empty",
        shortDescription: { text: "an empty part does nothing, and is often the result of an unset variable" },
        help: { text: "remove it, or add its content" },
        defaultConfiguration: { level: "warning" },
      },
      expect.objectContaining({ id: "text-bom", defaultConfiguration: { level: "error" } }),
    ]);
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    );
  });

  test("what could not be read is a notification of a run without success", () => {
    const found = [
      finding("part-empty", { path: "a.sh" }),
      finding("source-missing", { path: "b" }, { isGarbled: false }),
      finding("run-stopped", {}, { reason: "c" }),
      finding("source-missing", { path: "d" }, { isGarbled: false }),
    ];
    expect(render(found, { complete: false, exitCode: 2 })).toMatchObject({
      tool: {
        driver: { rules: [{ id: "part-empty" }], notifications: [{ id: "source-missing" }, { id: "run-stopped" }] },
      },
      invocations: [
        {
          executionSuccessful: false,
          exitCode: 2,
          toolExecutionNotifications: [
            {
              descriptor: { id: "source-missing", index: 0 },
              level: "error",
              message: { text: "no such file or folder; check the path" },
              locations: [{ physicalLocation: { artifactLocation: { uri: "b" } } }],
            },
            { descriptor: { id: "run-stopped", index: 1 }, message: { text: "c" }, locations: [] },
            { descriptor: { id: "source-missing", index: 0 } },
          ],
        },
      ],
      results: [{ ruleId: "part-empty" }],
    });
  });

  test.each<[string, Partial<Location>, unknown]>([
    ["nowhere", {}, []],
    ["a file", { path: "a.sh" }, [{ physicalLocation: { artifactLocation: { uri: "a.sh" } } }]],
    [
      "a line",
      { path: "a.sh", line: 3 },
      [{ physicalLocation: { artifactLocation: { uri: "a.sh" }, region: { startLine: 3 } } }],
    ],
    [
      "a column",
      { path: "a.sh", line: 3, column: 7 },
      [{ physicalLocation: { artifactLocation: { uri: "a.sh" }, region: { startLine: 3, startColumn: 7 } } }],
    ],
    [
      "a part of a blob, whose lines are none of the file's",
      { path: "user data", part: 2, line: 3, column: 7 },
      [
        {
          physicalLocation: { artifactLocation: { uri: "user%20data" } },
          logicalLocations: [{ name: "part 2", fullyQualifiedName: "user data[2]", kind: "resource" }],
        },
      ],
    ],
  ])("locates a finding: %s", (_, location, locations) => {
    expect(render([finding("type-removed", location, REMOVED)]).results).toEqual([
      expect.objectContaining({ level: "warning", locations }),
    ]);
  });

  test.each([
    ["conf/é #1%.cfg", "conf/%C3%A9%20%231%25.cfg"],
    ["../a:b.cfg", "../a%3Ab.cfg"],
    ["/etc/a b.cfg", "file:///etc/a%20b.cfg"],
    ["https://example.org/a b", "https://example.org/a%20b"],
    ["http://exa mple/[", "http%3A//exa%20mple/%5B"],
    ["\ud800.sh", "%EF%BF%BD.sh"],
  ])("writes a path as a URI: %j", (path, uri) => {
    const location = { physicalLocation: { artifactLocation: { uri } } };
    expect(render([finding("part-empty", { path })]).results).toEqual([
      expect.objectContaining({ locations: [location] }),
    ]);
  });

  test.each<[Partial<Location>, string]>([
    [{ path: "a" }, ""],
    [{ path: "a", part: 2, line: 3, column: 7 }, "a[2]:3:7: "],
  ])("puts the hint into the message, and the location of a part: %j", (location, before) => {
    const text = `${before}the part is empty; remove it, or add its content`;
    expect(render([finding("part-empty", location)]).results).toEqual([expect.objectContaining({ message: { text } })]);
  });
});
