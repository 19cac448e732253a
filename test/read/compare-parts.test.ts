import { describe, expect, test } from "vitest";
import { compareParts } from "../../src/read/compare-parts.ts";
import type { ReadPart } from "../../src/model.ts";
import { makeReadPart } from "../support/make-part.ts";

/** Parts from `type filename text`, with the types `sh` and `cc`, numbered from 1. */
function makeParts(...lines: string[]): ReadPart[] {
  return lines.map((line, index) => {
    const [type, filename = "", content = ""] = line.split(" ");
    const contentType = type === "sh" ? "text/x-shellscript" : "text/cloud-config";
    return makeReadPart({ type: contentType, filename, content, number: index + 1 });
  });
}

test.each<[string, string[], string[], string[]]>([
  ["nothing", [], [], []],
  ["the same", ["sh a 1", "cc b 2"], ["sh a 1", "cc b 2"], ["same 1 1", "same 2 2"]],
  ["the bytes", ["sh a 1"], ["sh a 2"], ["changed 1 1"]],
  ["the type", ["sh a 1"], ["cc a 1"], ["changed 1 1"]],
  ["the name", ["sh a 1"], ["sh b 1"], ["changed 1 1"]],
  ["one more", ["sh a 1"], ["cc b 2", "sh a 1"], ["same 1 2", "appeared - 1"]],
  ["one less", ["sh a 1", "cc b 2", "sh c 3"], ["sh a 1", "sh c 3"], ["same 1 1", "vanished 2 -", "same 3 2"]],
  ["another for one", ["sh a 1"], ["cc b 2"], ["vanished 1 -", "appeared - 1"]],
  ["the order", ["sh a 1", "sh b 2"], ["sh b 2", "sh a 1"], ["moved 1 2", "moved 2 1"]],
  ["the names, and the order", ["sh a 1", "sh b 2"], ["sh x 2", "sh y 1"], ["changed 1 2", "changed 2 1"]],
  ["one of the same name", ["sh a 1", "sh a 2"], ["sh a 1", "sh a 3"], ["same 1 1", "changed 2 2"]],
  ["the name to one that there was", ["sh a 1", "cc b 2"], ["cc a 2"], ["changed 1 1", "vanished 2 -"]],
  ["everything but the type", ["sh a 1", "sh b 2"], ["sh x 3", "sh y 4"], ["changed 1 1", "changed 2 2"]],
])("differences: %s", (_, before, after, expected) => {
  const changes = compareParts(makeParts(...before), makeParts(...after));
  const lines = changes.map(
    (change) => `${change.state} ${change.before?.number ?? "-"} ${change.after?.number ?? "-"}`,
  );
  expect(lines).toEqual(expected);
});

describe("headers", () => {
  const [part] = makeParts("sh a 1") as [ReadPart];
  const withHeaders = (headers: Record<string, string>): ReadPart => ({ ...part, headers });

  test.each<[Record<string, string>, Record<string, string>, string[]]>([
    [{ "MIME-Version": "1.0" }, { "Mime-Version": "1.0" }, []],
    [{ A: "1", B: "2" }, { B: "2", A: "1" }, []],
    [{ A: "1", B: "2" }, { B: "3", C: "4" }, ["A 1 null", "B 2 3", "C null 4"]],
  ])("%j against %j", (before, after, expected) => {
    const [change] = compareParts([withHeaders(before)], [withHeaders(after)]);
    const { state, headers } = change as Extract<typeof change, { headers: unknown }>;
    expect(headers.map((field) => `${field.name} ${field.before} ${field.after}`)).toEqual(expected);
    expect(state).toBe(expected.length === 0 ? "same" : "changed");
  });
});
