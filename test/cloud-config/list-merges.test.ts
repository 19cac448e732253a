import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listMerges } from "../../src/cloud-config/list-merges.ts";
import { DEFAULT_MERGERS, mergeConfigs } from "../../src/cloud-config/merge-configs.ts";
import { withoutMergeHow } from "../../src/cloud-config/read-mergers.ts";
import { makePart } from "../support/make-part.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

type RawPart = [text: string, headers: Record<string, string>];

/** All parts, merged in order. */
function mergeParts(raw: readonly RawPart[]): object {
  const parts = raw.map(([content, headers]) => makePart({ type: "text/cloud-config", content, headers }));
  return listMerges(parts).reduce<Readonly<Record<string, unknown>>>((merged, { root, mergers, problem }) => {
    if (root === null || problem !== null) return merged;
    return mergeConfigs(merged, withoutMergeHow(root), mergers.length > 0 ? mergers : DEFAULT_MERGERS);
  }, {});
}

describeWith([cloudInitPackage], `as cloud-init's own handler merges parts ${SEEDED}`, () => {
  const mergeType = fc.constantFrom(
    "list(append)+dict(recurse_list)+str()",
    "dict(replace)",
    "dict()",
    "list(append)",
    "append",
    "list(append)+dict(no_replace,\n recurse_list)",
    "list(append)+\r\n dict(recurse_list)",
    "",
    " dict(Recurse-Array) + List( append ) ",
  );
  const header = fc.constantFrom("X-Merge-Type", "Merge-Type", "x-merge-type", "X-MERGE-TYPE", "Merge-type");
  const line = fc.oneof(
    fc.constantFrom("a: [1]", "a: [2, 3]", "b: x", "b: y", "c: {d: 1}", "c: {d: 2, e: [1]}", "a: null", "# hello"),
    mergeType.map((type) => `merge_how: ${JSON.stringify(type)}`),
    mergeType.map((type) => `merge_type: ${JSON.stringify(type)}`),
    fc.constantFrom("merge_how: [[list, append], [dict]]", "merge_how: null", "merge_how: 3", "- a", "a: [", "---"),
  );
  const part = fc.tuple(
    fc.array(line, { maxLength: 4 }).map((lines) => ["#cloud-config", ...lines, ""].join("\n")),
    fc.dictionary(header, mergeType, { maxKeys: 2 }),
  );

  test("for any parts and headers", () => {
    const inputs = sample(fc.array(part, { minLength: 1, maxLength: 4 }), 2000);
    const expected = runPython<object>("merge_parts.py", inputs, SYSTEM_PYTHON);
    expect(expected.filter((merged) => Object.keys(merged).length > 1).length).toBeGreaterThan(200);
    const found = inputs.map((input) => mergeParts(input as RawPart[]));
    expect(found.map((merged, index) => ({ input: inputs[index], merged }))).toEqual(
      expected.map((merged, index) => ({ input: inputs[index], merged })),
    );
  });
});
