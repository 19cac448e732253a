/** What the table of shapes refuses, the real validator refuses too: every node of a document that it takes, replaced. */
import { describe, expect, test } from "vitest";
import { findTypeErrors } from "../../src/cloud-config/find-type-errors.ts";
import { MODULE_SCHEMAS } from "../../src/cloud-config/module-schemas.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { VALUES } from "./module-values.ts";

/** What the schema of Debian's cloud-init, 22.4, does not know yet, or not as far. */
const NEWER = new Set([
  "ansible",
  "create_hostname_file",
  "landscape",
  "launch-index",
  "merge_how",
  "merge_type",
  "output",
  "rh_subscription",
  "rpi",
  "system_info",
  "ubuntu_pro",
]);

const REPLACEMENTS = ["text", 7, true, null, [], ["text"], [7], {}, { a: "b" }];

/** The documents of one key: its value, and the value with each of its nodes replaced in each way. */
function mutate(value: unknown): unknown[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => mutate(item).map((each) => value.with(index, each)))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, item]) =>
          mutate(item).map((each) => Object.assign({}, value, { [key]: each })),
        )
      : [];
  return [...REPLACEMENTS, ...inner];
}

test("every key of the table has a value", () => {
  expect(Object.keys(VALUES).toSorted()).toEqual(Object.keys(MODULE_SCHEMAS).toSorted());
});

describe("fit their types", () => {
  test.each(Object.entries(VALUES))("%s", (key, value) => {
    expect(findTypeErrors(value, MODULE_SCHEMAS[key]!)).toEqual([]);
  });
});

describeWith([cloudInitPackage], "the real validator", () => {
  const older = Object.entries(VALUES).filter(([key]) => !NEWER.has(key));
  const documents = older.flatMap(([key, value]) =>
    [value, ...mutate(value)].map((each, index) => ({ key, value: each, isValid: index === 0 })),
  );

  test(`agrees on all that the shapes refuse of ${documents.length} documents`, () => {
    const taken = runPython<boolean>(
      "judge_values.py",
      documents.map(({ key, value }) => ({ [key]: value })),
      SYSTEM_PYTHON,
    );
    const wrong = documents.filter(({ key, value, isValid }, index) =>
      isValid ? !taken[index] : taken[index] && findTypeErrors(value, MODULE_SCHEMAS[key]!).length > 0,
    );
    expect(wrong.map(({ key, value }) => JSON.stringify({ [key]: value }))).toEqual([]);
  });
});
