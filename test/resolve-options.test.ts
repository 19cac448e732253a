import { describe, expect, test } from "vitest";
import type { BundleOptions } from "../src/options.ts";
import { resolveOptions } from "../src/resolve-options.ts";

const problemOf = (options: BundleOptions): string | null => {
  try {
    resolveOptions(options);
    return null;
  } catch (error) {
    expect(error).toMatchObject({ code: "usage" });
    return (error as Error).message;
  }
};

describe("resolveOptions", () => {
  test.each<[keyof BundleOptions, BundleOptions[keyof BundleOptions][]]>([
    ["boundary", ["x", "=_x", "a b", "'()+_,-./:=?", "x".repeat(70)]],
    ["defaultType", ["text/plain", "Text/X-Own"]],
    ["mergeType", ["list(append)+dict(recurse_list)"]],
    ["merge", [true, false, "list(append)+dict(recurse_list)"]],
    ["handlerTimeout", [1, 120, 86_400]],
    ["maxBytes", [1, 2 ** 40]],
  ])("accepts %s", (name, values) => {
    for (const value of values) expect(problemOf({ [name]: value }), String(value)).toBeNull();
  });

  test.each<[keyof BundleOptions, unknown[], string]>([
    [
      "boundary",
      ["", " ", "x ", "é", "a;b", 'a"b', "a\nb", "a\tb", "a@b", "x".repeat(71)],
      "invalid boundary: use 1 to 70 of",
    ],
    ["defaultType", ["", "plain", "text/", "text/a b", "text/a;b=c"], "is not a content type"],
    ["mergeType", ["", "append", "list()\n"], "invalid merge type"],
    ["merge", ["", "append"], "invalid merge type"],
    ["handler", ["", "other"], "unknown handler mode"],
    [
      "handlerTimeout",
      [0, -1, 1.5, NaN, Infinity, 86_401, "60"],
      "the handler timeout must be a whole number of seconds",
    ],
    ["exclude", ["", ["*.md", ""]], "a pattern of excluded names is empty"],
    ["exclude", ["*a*b*c*"], "a pattern of excluded names has more than 3 `*`; use several patterns"],
    ["maxBytes", [0, -1, 1.5, NaN, Infinity, "9"], "the most bytes of a source must be a whole number"],
  ])("refuses %s", (name, values, message) => {
    for (const value of values) expect(problemOf({ [name]: value } as BundleOptions), String(value)).toContain(message);
  });

  test("tells of everything at once", () => {
    expect(problemOf({ boundary: "", defaultType: "x" })).toMatch(
      /is not a content type: write it like text\/x-shellscript; invalid boundary: /,
    );
  });
});
