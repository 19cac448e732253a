import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMergeType, findMergeTypeProblem } from "../../src/arrange/merge-type.ts";
import type { Part } from "../../src/model.ts";
import { makePart } from "../support/make-part.ts";
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
  test.each(GOOD)("takes %j", (spec) => {
    expect(findMergeTypeProblem(spec)).toBeNull();
  });

  test.each(BAD)("refuses %j", (spec) => {
    expect(findMergeTypeProblem(spec)).toEqual(expect.any(String));
  });

  test("says what there is instead", () => {
    expect(findMergeTypeProblem("list()+set()")).toBe('"set()" is not one of dict(…), list(…), str(…)');
    expect(findMergeTypeProblem("str(prepend)")).toBe('str has no option "prepend"; it has append');
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

  test("what is taken is understood, with the same options", () => {
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

  test("what cloud-init can't parse is refused", () => {
    const specs = [...BAD, ...sample(spec, 5000)];
    const answers = read(specs);
    const unreadable = specs.filter((_, index) => answers[index] === null);
    expect(unreadable.length).toBeGreaterThan(200);
    expect(unreadable.filter((each) => findMergeTypeProblem(each) === null)).toEqual([]);
  });

  test("every option of the table is one", () => {
    const specs = GOOD.map((each) => each.toLowerCase());
    expect(read(specs)).not.toContain(null);
  });
});

const config = () => makePart({ type: "text/cloud-config", content: "#cloud-config\n" });
const script = () => makePart({ type: "text/x-shellscript", content: "#!/bin/sh\n" });
const template = () => makePart({ type: "text/jinja2", content: "## template: jinja\n#cloud-config\n" });
const plain = () => makePart({ type: "text/plain", content: "#cloud-config\n" });

describe("addMergeType", () => {
  test.each([
    ["the second and later", [config, config, config], [false, true, true]],
    ["nothing but cloud-config", [script, config, script, config], [false, false, false, true]],
    ["templates of cloud-config", [config, template], [false, true]],
    ["what cloud-init takes for cloud-config", [plain, plain], [false, true]],
  ])("goes on %s", (_, makers, expected) => {
    const arranged = addMergeType(
      makers.map((make) => make()),
      "list(append)",
    );
    expect(arranged.parts.map(({ headers }) => headers["X-Merge-Type"] === "list(append)")).toEqual(expected);
    expect(arranged.findings).toEqual([]);
  });

  test.each<[(() => Part)[]]>([[[]], [[script]], [[config]], [[script, config, script]]])(
    "is not used, and says so",
    (makers) => {
      const parts = makers.map((make) => make());
      const arranged = addMergeType(parts, "list(append)");
      expect(arranged.parts).toEqual(parts);
      expect(arranged.findings).toMatchObject([{ code: "merge-type-unused", severity: "note" }]);
    },
  );
});
