/** What the commands really print, compared with the schemas. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findSchema } from "../../src/schemas/find-schema.ts";
import { SCHEMAS } from "../../src/schemas/schemas.ts";
import { runCli } from "../support/run-cli.ts";
import { closeSchema } from "./close-schema.ts";
import { listReports } from "./list-reports.ts";

/** `fleet` is of what a person writes; see fleet.test.ts. */
const NAMES = Object.keys(SCHEMAS).filter((name) => name !== "fleet");
const folder = mkdtempSync(join(tmpdir(), "kubeboot-test-"));
const validators = new Map(
  NAMES.map((name) => [name, new Ajv2020({ strict: true }).compile(closeSchema(findSchema(name)))]),
);
const printed = new Map<string, unknown[]>(NAMES.map((name) => [name, []]));

beforeAll(async () => {
  for (const { schema, args } of listReports(folder)) {
    const { status, stdout } = await runCli(args);
    expect({ args, status }).toMatchObject({ status: expect.toSatisfy((each) => [0, 1, 2].includes(each)) });
    if (stdout.length > 0) printed.get(schema)!.push(JSON.parse(stdout.toString()));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(NAMES)("%s has every key of what is printed", (name) => {
  const reports = printed.get(name)!;
  const problems = reports.flatMap((report) => findProblems(validators.get(name)!, report));
  expect({ problems, some: reports.length > 0 }).toEqual({ problems: [], some: true });
});

/** The keys of its nodes and values are names. */
const FIXED = NAMES.filter((name) => name !== "fleet-report");

test.each(FIXED)("%s: nothing else is printed in place of a value, and no key is missing", (name) => {
  const validate = validators.get(name)!;
  const accepted = new Set<string>();
  for (const report of printed.get(name)!.slice(0, 40)) {
    const whole = structuredClone(report);
    for (const spoiled of spoil(whole)) if (validate(whole)) accepted.add(spoiled);
  }
  expect([...accepted].toSorted()).toEqual(FREE[name] ?? []);
});

/** Keys that may be missing. */
const FREE: Readonly<Record<string, readonly string[]>> = {
  releases: ["without changes.on", "without changes.since", "without changes.until"],
  types: ["without types.extension", "without types.kind"],
};

/** Changes one thing at a time in place, says which, and undoes it. */
function* spoil(value: unknown, path = ""): Generator<string> {
  if (typeof value !== "object" || value === null || /(?:^|\.)(?:args|headers)$/.test(path)) return;
  const entries = Array.isArray(value) ? value.slice(0, 30).map((each, index) => [index, each]) : Object.entries(value);
  const owner = value as Record<string | number, unknown>;
  for (const [key, before] of entries) {
    const name = Array.isArray(value) ? path : [path, key].filter(Boolean).join(".");
    if (!Array.isArray(value)) {
      const rest = { ...owner };
      delete owner[key];
      yield `without ${name}`;
      for (const each of Object.keys(rest)) delete owner[each];
      Object.assign(owner, rest);
    }
    owner[key] = [[0.5]];
    yield `another ${name}`;
    owner[key] = before;
    yield* spoil(before, name);
  }
}

const PLACE = { path: "a.cfg", part: null, line: 1, column: 1 };
const FOUND = { code: "text-bom", severity: "error", ...PLACE, message: "x", hint: null, args: null };
const ISSUE = {
  description: "x",
  check_name: "text-bom",
  fingerprint: "0".repeat(64),
  severity: "major",
  location: { path: "a.cfg", lines: { begin: 1 } },
};
const STATE = { before: null, after: null, diff: null };

test.each<[string, unknown]>([
  ["lint", { complete: true, findings: [{ ...FOUND, code: "text-bomb" }] }],
  ["lint", { complete: true, findings: [{ ...FOUND, severity: "info" }] }],
  ["lint", { complete: true, findings: [{ ...FOUND, line: 0 }] }],
  ["lint", { complete: true, findings: [{ ...FOUND, line: 1.5 }] }],
  ["lint", { complete: true, findings: [{ ...FOUND, message: null }] }],
  ["lint", { complete: true, findings: [{ ...FOUND, args: "x" }] }],
  ["lint", { complete: null, findings: [FOUND] }],
  ["lint", [FOUND]],
  ["bundle", { bytes: -1, layers: [], parts: [], findings: [] }],
  ["bundle", { bytes: 1, layers: ["zip"], parts: [], findings: [] }],
  ["inspect-diff", { before: BLOB(), after: BLOB(), parts: [{ ...STATE, state: "vanished" }], findings: [] }],
  ["inspect-diff", { before: BLOB(), after: BLOB(), parts: [{ ...STATE, state: "same" }], findings: [] }],
  ["lint", { complete: true, findings: [{ ...FOUND, nodes: "web" }] }],
  ["fleet-report", { nodes: {}, gone: [], findings: [FOUND, {}] }],
  ["fleet-report", { nodes: {}, gone: [1], findings: [] }],
  ["fleet-report", { nodes: [], gone: [], findings: [] }],
  ["fleet-report", { nodes: { a: { ...NODE(), state: "old" } }, gone: [], findings: [] }],
  ["fleet-report", { nodes: { a: { ...NODE(), sha256: "abc" } }, gone: [], findings: [] }],
  ["fleet-report", { nodes: { a: { ...NODE(), values: [] } }, gone: [], findings: [] }],
  ["lint-gitlab", [{ ...ISSUE, severity: "error" }]],
  ["lint-gitlab", [{ ...ISSUE, check_name: "text-bomb" }]],
  ["lint-gitlab", [{ ...ISSUE, fingerprint: "abc" }]],
  ["lint-gitlab", [{ ...ISSUE, location: { path: "a.cfg", lines: { begin: 0 } } }]],
  ["lint-gitlab", { ...ISSUE }],
  ["lint-list", { checks: [{ code: "file-exists", severity: "error", reason: "x", hint: null }] }],
])("%s does not accept %j", (name, report) => {
  expect(findProblems(validators.get(name)!, report)).not.toEqual([]);
});

test.each(NAMES)("%s accepts a key that a later version adds", (name) => {
  const validate = new Ajv2020({ strict: true }).compile(findSchema(name));
  const report = printed.get(name)!.find((each) => !Array.isArray(each) || each.length > 0);
  const added = Array.isArray(report)
    ? report.map((each: object) => ({ ...each, later: 1 }))
    : { ...report!, later: 1 };
  expect(findProblems(validate, added)).toEqual([]);
});

test.each(NAMES)("%s uses each of its definitions, and describes each object", (name) => {
  const text = JSON.stringify(SCHEMAS[name]);
  const { $defs = {}, title, description } = SCHEMAS[name]!;
  const unused = Object.keys($defs as object).filter((each) => !text.includes(`"#/$defs/${each}"`));
  expect(unused).toEqual([]);
  expect([title, description]).toEqual([expect.stringMatching(/^kubeboot /), expect.stringMatching(/\.$/)]);
});

function NODE() {
  return { path: "a/user-data", bytes: 1, sha256: "0".repeat(64), role: "a", values: {}, findings: [], state: "new" };
}

function BLOB() {
  return { bytes: 1, layers: [], messageBytes: 1 };
}

function findProblems(validate: ValidateFunction, report: unknown): string[] {
  validate(report);
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}
