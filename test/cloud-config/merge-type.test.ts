import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMergeTypeProblem } from "../../src/cloud-config/merge-type.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

const GOOD = [
  "list(append)+dict(no_replace,recurse_list)+str()",
  "dict(replace)+list()+str()",
  "dict(recurse_array)+list(append)",
  "dict(allow_delete, no_replace)",
  " list( append ) + dict( no-replace ) ",
  "List(Append)+DICT(NO_REPLACE)",
  "dict()",
  "list(append,)+dict()",
  "str(append)+list(recurse_dict,recurse_str,no_replace)+dict()",
];

const BAD = [
  "list(append)",
  "list(append)+str()",
  "",
  " ",
  "append",
  "list",
  "list(",
  "list)",
  "list(append",
  "list append",
  "(append)",
  "tuple()",
  "list(append)dict()",
  "list(append),dict()",
  "list(append);dict()",
  "list((append))",
  "list(appendd)",
  "str(prepend)",
  "dict(append)",
  "list(allow_delete)",
  "list()\n",
  "list()\n+dict()",
  "list()\r\nX-Other: 1",
  "list(append\n)",
  "list()\u00a0",
  "list()\ufeff",
  "list(\ufeff)",
  "list(append\u00a0)",
  "l\u0131st()",
  "li\u017ft()",
  "\u017ftr()",
];

describe("findMergeTypeProblem", () => {
  test.each(GOOD)("accepts %j", (spec) => {
    expect(findMergeTypeProblem(spec)).toBeNull();
  });

  test.each(BAD)("rejects %j", (spec) => {
    expect(findMergeTypeProblem(spec)).toEqual(expect.any(String));
  });

  test("lists the valid names", () => {
    expect(findMergeTypeProblem("list()+set()")).toBe("`set()` is not `dict(…)`, `list(…)` or `str(…)`");
    expect(findMergeTypeProblem("str(prepend)")).toBe("`str` has no option `prepend`; it has append");
  });
});

describeWith([cloudInitPackage], `as cloud-init itself reads merge types ${SEEDED}`, () => {
  type Mergers = [name: string, options: string[]][];
  const read = (specs: readonly string[]): (Mergers | null)[] =>
    runPython<Mergers | null>("extract_mergers.py", specs, SYSTEM_PYTHON);

  const blank = fc.constantFrom(...Array<string>(30).fill(""), " ", " ", "\t", "\u00a0", "\ufeff", "\n");
  const option = fc.constantFrom("append", "replace", "no_replace", "no-replace", "recurse_list", "Prepend", "x", "");
  const merger = fc
    .record({
      name: fc.constantFrom("list", "dict", "str", "Dict", "set", "m_list", ""),
      options: fc.array(fc.tuple(blank, option, blank), { maxLength: 3 }),
      open: fc.constantFrom("(", "(", "(", "", "(("),
      close: fc.constantFrom(")", ")", ")", "", " )", ") "),
    })
    .map(({ name, options, open, close }) => `${name}${open}${options.map((each) => each.join("")).join(",")}${close}`);
  const spec = fc
    .tuple(fc.array(merger, { minLength: 1, maxLength: 3 }), blank)
    .map(([all, end]) => all.join("+") + end);

  test("accepts only what cloud-init parses, with the same options", () => {
    const taken = [...GOOD, ...sample(spec, 5000)].filter((each) => findMergeTypeProblem(each) === null);
    expect(taken.length).toBeGreaterThan(100);
    const expected = taken.map((each) =>
      each.split("+").map((text) => {
        const [name, options] = text.trim().toLowerCase().replaceAll("-", "_").replace(")", "").split("(");
        const given = options!.split(",").map((word) => word.trim());
        return [name, given.filter((word) => word !== "")];
      }),
    );
    expect(read(taken)).toEqual(expected);
  });

  test("rejects what cloud-init can't parse", () => {
    const specs = [...BAD, ...sample(spec, 5000)];
    const answers = read(specs);
    const unreadable = specs.filter((_, index) => answers[index] === null);
    expect(unreadable.length).toBeGreaterThan(200);
    expect(unreadable.filter((each) => findMergeTypeProblem(each) === null)).toEqual([]);
  });

  test("every option of the table has an effect", () => {
    const specs = GOOD.map((each) => each.toLowerCase());
    expect(read(specs)).not.toContain(null);
  });
});
