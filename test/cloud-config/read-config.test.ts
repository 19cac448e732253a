import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/cloud-config/read-config.ts";
import { makePart } from "../support/make-part.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

const read = (content: string) => readConfig(makePart({ content }));

describe("readConfig", () => {
  test.each<[string, string, { line: number; column: number }]>([
    ["a tab behind a colon", "a: 1\nk:\tv\n", { line: 2, column: 3 }],
    ["a tab in plain text", "a: b\tc\n", { line: 1, column: 5 }],
    ["a tab at the end of a line", "a: b\t\n", { line: 1, column: 5 }],
    ["a ? inside brackets", "a: [curl, http://b/?c]\n", { line: 1, column: 20 }],
    ["an anchor given twice", "a: &x 1\nb: &x 2\n", { line: 2, column: 4 }],
    ["a control character in a comment", "a: 1 # \x01\n", { line: 1, column: 8 }],
    ["aliases to lists of aliases", `${makeBomb(30)}`, { line: 2, column: 10 }],
    ["a list that holds itself", "a: &x [*x]\n", { line: 1, column: 8 }],
    ["brackets that don't end", "a: [\n  x,\n", { line: 1, column: 4 }],
  ])("rejects %s", (_, text, location) => {
    expect(read(text)).toMatchObject({ documents: [], problem: location });
  });
});

/** One list per level, each with ten aliases to the previous one. */
function makeBomb(levels: number): string {
  const lines = Array.from(
    { length: levels },
    (_, level) => `a${level + 1}: &x${level + 1} [${`*x${level}, `.repeat(10)}]\n`,
  );
  return `a0: &x0 []\n${lines.join("")}`;
}

/** Texts that PyYAML reads, or rejects, in a special way. */
const TEXTS = [
  "packages: [\n  a,\n]\nb: 1\n",
  'a: "x\ny"\n',
  "a: x\t# comment\n",
  "a: x #\tcomment\n",
  "#\tcomment\na: 1\n",
  "a: |\n  x\ty\n\tz\n",
  "a: |\n  x\ty\n",
  'a: "x\ty"\n',
  "a:\n\t- b\n",
  "a: what?\nb: x?y\n",
  "a: [what?]\n",
  'a: ["what?"]\n',
  "a: {b: [c?d]}\n",
  "a: &x 1\nb: *x\n",
  "a: [&x 1, &x 2]\n",
  "a: \x7f\n",
  "a: 😀\n",
  "a: y\nb: n\nc: [Y, N]\n",
  "a: b: c\n",
  "a: @x\n",
  "a: {x: 1\n",
  "a: 1\n- b\n",
  "a: *b\n",
  "a: !x y\n",
  ...[
    "aGk=",
    "aGk",
    "a G k =",
    "aG.k=",
    "aGkx",
    "aGkxY",
    "aGkxYQ==",
    "aGkxYQ=",
    "aGkxYQ",
    "''",
    "é",
    "aGk=aGk=",
    "||||",
  ].map((text) => `a: !!binary "${text}"\n`),
  "a: !!binary |\n  aGkx\n  ....\n",
  "a: 2026-01-01\n",
  "a: 1\na: 2\n",
  "a: &x {b: 1}\nc:\n  <<: *x\n",
  "{}\n",
  "",
];

/** Null if the text is rejected. */
function readAsPython(text: string): { value: unknown } | { value: null; problem: true } {
  const { documents, problem } = read(text);
  if (problem || documents.length > 1) return { value: null, problem: true };
  return JSON.parse(JSON.stringify({ value: documents[0] ?? null }, describeOther)) as { value: unknown };
}

/** JSON calls toJSON of a Date before this function. */
function describeOther(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key];
  if (raw instanceof Date) return raw.toISOString().endsWith("T00:00:00.000Z") ? "<date>" : "<datetime>";
  return raw instanceof Uint8Array ? "<bytes>" : value;
}

describeWith([cloudInitPackage], `as cloud-init's own Python reads it ${SEEDED}`, () => {
  test.each([["texts", TEXTS]])("%s", (_, texts) => {
    const expected = runPython<unknown>("read_yaml.py", texts, SYSTEM_PYTHON);
    expect(texts.map((text) => [text, readAsPython(text)])).toEqual(texts.map((text, i) => [text, expected[i]]));
  });

  const symbols = [..."0123456789", "0", "1", "6", ":", "_", ".", "-", "+", "e", "E", "x", "b", "o", "y", "n", "~"];
  const scalar = fc.oneof(
    fc.string({ unit: fc.constantFrom(...symbols), minLength: 1, maxLength: 8 }),
    fc.constantFrom("yes", "No", "on", "OFF", "True", "yEs", "null", "NULL", "0644", "0o644", "1:30", "01:30", "1e3"),
    fc.constantFrom("1.0e+3", "1.5E2", ".5", "-.5", "1_000", "08", "12:30:45.5", "2026-01-01 10:00:00", "26-01-01"),
  );

  test("scalars", () => {
    const texts = [...new Set(sample(scalar, 4000))].map((text) => `a: ${text}\n`);
    const expected = runPython<unknown>("read_yaml.py", texts, SYSTEM_PYTHON);
    expect(texts.map((text) => [text, readAsPython(text)])).toEqual(texts.map((text, i) => [text, expected[i]]));
  });
});
