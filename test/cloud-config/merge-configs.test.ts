import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_MERGERS, mergeConfigs } from "../../src/cloud-config/merge-configs.ts";
import { readMergeHow, readMergers, readMergeType, withoutMergeHow } from "../../src/cloud-config/read-mergers.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

type Config = Record<string, unknown>;

const EARLIER = { runcmd: ["a"], hostname: "x", n: 1, ntp: { servers: ["a"], enabled: true } };
const LATER = { runcmd: ["b"], hostname: "y", n: 2, ntp: { servers: ["b"], pools: ["c"] } };

describe("mergeConfigs", () => {
  test.each<[string, Config]>([
    ["", LATER],
    [
      "list(append)+dict(recurse_list)+str()",
      { runcmd: ["a", "b"], hostname: "x", n: 1, ntp: { servers: ["a", "b"], enabled: true, pools: ["c"] } },
    ],
    ["list(append)+dict()+str()", { ...EARLIER, ntp: { ...EARLIER.ntp, pools: ["c"] } }],
    [
      "dict(recurse_array,recurse_str)+list(prepend)+str(append)",
      { ...EARLIER, runcmd: ["b", "a"], hostname: "xy", ntp: { servers: ["b", "a"], enabled: true, pools: ["c"] } },
    ],
    ["list(append)", EARLIER],
  ])("by %j", (text, expected) => {
    const { mergers } = readMergeType(text);
    expect(mergeConfigs(EARLIER, LATER, mergers.length > 0 ? mergers : DEFAULT_MERGERS)).toEqual(expected);
  });
});

describe("readMergeHow", () => {
  test.each<[unknown, string | null]>([
    ["list(append)+dict()", null],
    [
      [
        { name: "list", settings: ["append"] },
        { name: "dict", settings: ["no_replace"] },
      ],
      null,
    ],
    [[["list", "append"], ["m_dict"]], null],
    ["append", "`append` is not `dict(…)`, `list(…)` or `str(…)`"],
    [["list(append)"], "`list(append)` is not `dict(…)`, `list(…)` or `str(…)`"],
    [[{ name: "list" }], "a merger lacks its name or its settings"],
    [[[]], "a merger is an empty list"],
    [3, "it is neither text nor a list"],
  ])("%j: %s", (value, problem) => {
    expect(readMergeHow({ merge_how: value })?.problem).toBe(problem);
  });

  test("prefers merge_how", () => {
    expect(readMergeHow({ merge_type: "list()", merge_how: "str()" })?.mergers).toEqual([{ of: "str", options: [] }]);
    expect(readMergeHow({ merge_type: "list()" })?.mergers).toEqual([{ of: "list", options: [] }]);
    expect(readMergeHow({ runcmd: [] })).toBeNull();
  });
});

describeWith([cloudInitPackage], `as cloud-init itself merges ${SEEDED}`, () => {
  const scalar = fc.oneof(
    fc.constantFrom("a", "b", ""),
    fc.integer({ min: 0, max: 2 }),
    fc.boolean(),
    fc.constant(null),
  );
  // A key has values of one kind, because cloud-init treats text as a list of letters when merging it with a list.
  const value = fc.record(
    {
      list: fc.array(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), { maxLength: 3 }),
      text: fc.constantFrom("x", "y"),
      number: fc.integer({ min: 0, max: 3 }),
      flag: fc.constantFrom(true, false, null),
      inner: fc.record(
        { list: fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }), text: fc.constantFrom("p", "q") },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  const option = fc.constantFrom(
    "append",
    "prepend",
    "replace",
    "no_replace",
    "recurse_list",
    "recurse_array",
    "recurse_str",
    "recurse_dict",
    "allow_delete",
    "x",
  );
  const merger = fc.record({
    name: fc.constantFrom("dict", "dict", "list", "str", "set"),
    options: fc.array(option, { maxLength: 3 }),
  });
  const mergers = fc.array(merger, { maxLength: 4 });
  const body = fc.oneof(
    fc.constant({}),
    mergers.map((list) => ({ merge_how: asText(list) })),
    mergers.map((list) => ({ merge_type: list.map(({ name, options }) => ({ name, settings: options })) })),
    mergers.map((list) => ({ merge_how: list.map(({ name, options }) => [name, ...options]) })),
  );

  test("for any mergers", () => {
    const drawn = sample(fc.tuple(value, fc.tuple(value, body), mergers.map(asText)), 4000);
    const inputs = drawn.map(([earlier, later, header]): [Config, Config, string] => [
      toPlain(earlier),
      toPlain(...later),
      header,
    ]);
    const expected = runPython<{ merged: unknown } | null>("merge_configs.py", inputs, SYSTEM_PYTHON);
    expect(expected.filter((answer) => answer === null).length).toBeGreaterThan(100);
    const found = inputs.map(([earlier, later, header]) => {
      const { mergers: given, problem } = readMergers(later, header);
      if (problem !== null) return null;
      return { merged: mergeConfigs(earlier, withoutMergeHow(later), given.length > 0 ? given : DEFAULT_MERGERS) };
    });
    const asRows = (answers: unknown[]): string[] =>
      answers.map((answer, index) => `${JSON.stringify(inputs[index])}: ${JSON.stringify(answer)}`);
    expect(asRows(found)).toEqual(asRows(expected));
  });
});

/** fast-check's objects have no prototype, unlike those read from YAML. */
function toPlain(...objects: object[]): Config {
  return JSON.parse(JSON.stringify(Object.assign({}, ...objects))) as Config;
}

function asText(mergers: { name: string; options: string[] }[]): string {
  return mergers.map(({ name, options }) => `${name}(${options.join(",")})`).join("+");
}
