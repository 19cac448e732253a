import { describe, expect, test } from "vitest";
import { expandName } from "../../src/fleet/expand-name.ts";
import { compressNames } from "../../src/text/compress-names.ts";

describe("expandName", () => {
  test.each<[string, string[]]>([
    ["web", ["web"]],
    ["web[1-3]", ["web1", "web2", "web3"]],
    ["atomic[01-03]", ["atomic01", "atomic02", "atomic03"]],
    ["n[08-11]", ["n08", "n09", "n10", "n11"]],
    ["n[8-11]", ["n8", "n9", "n10", "n11"]],
    ["db-[a,b]", ["db-a", "db-b"]],
    ["db-[a, b]", ["db-a", "db-b"]],
    ["n[a-1,db-a]", ["na-1", "ndb-a"]],
    ["n[1-2,7]", ["n1", "n2", "n7"]],
    ["r[1-2]-n[1-2]", ["r1-n1", "r1-n2", "r2-n1", "r2-n2"]],
    ["[1-2].lab", ["1.lab", "2.lab"]],
  ])("%s", (pattern, names) => {
    expect(expandName(pattern)).toEqual({ names, count: names.length });
  });

  test.each([
    ["n[3-1]", "`3-1` ends before it begins"],
    ["n[a-c]", "`a-c` is no range of numbers of at most 15 digits"],
    ["n[1-9999999999999999]", "`1-9999999999999999` is no range of numbers of at most 15 digits"],
    ["n[]", "`[]` has an empty item"],
    ["n[1,]", "`[1,]` has an empty item"],
    ["n[1-2", "a bracket is not closed, or not opened"],
    ["n1]", "a bracket is not closed, or not opened"],
    ["n[[1]]", "a bracket is not closed, or not opened"],
  ])("%s makes no names: %s", (pattern, problem) => {
    expect(expandName(pattern)).toEqual({ problem });
  });

  test.each([
    ["n[1-100001]", 100_001],
    ["n[1-999999999999999]", 999_999_999_999_999],
    ["a[1-1000]b[1-1000]c[1-1000]", 1_000_000_000],
  ])("%s is only counted", (pattern, count) => {
    expect(expandName(pattern)).toEqual({ names: [], count });
  });
});

test.each<[string[], string]>([
  [["web"], "web"],
  [["a01", "a02", "a03"], "a01…03"],
  [["a9", "a10"], "a9…10"],
  [["a1", "a3", "a4"], "a1, a3…4"],
  [["k", "a1", "a2", "b1"], "k, a1…2, b1"],
  [["a", "b", "c", "d", "e1", "e2"], "a, b, c, d and 2 more"],
])("compressNames(%j)", (names, expected) => {
  expect(compressNames(names)).toBe(expected);
});
