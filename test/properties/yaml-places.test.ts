/** Short texts of YAML's indicators: every finding has a place in the text, and PyYAML refuses what lint refuses. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { lintSources } from "../../src/index.ts";
import type { Finding } from "../../src/model.ts";
import { describeWith } from "../support/requirements.ts";
import { pythonYaml, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { SEEDED, sample } from "../support/seed.ts";

const TOKENS = ["?", ":", "-", " ", "\n", "[", "]", "{", "}", ",", "#", "&a", "*a", "!", "|", ">", "'", '"', "%", "a"];

const texts = sample(
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 8 }).map((tokens) => `#cloud-config\n${tokens.join("")}`),
  1500,
);

test(`every finding is in the text ${SEEDED}`, async () => {
  const outside: [string, Finding][] = [];
  for (const text of texts) {
    const lineCount = text.split("\n").length;
    const findings = (await lint(text)).filter(({ line, column }) => {
      return line !== null && !(line >= 1 && line <= lineCount && (column === null || column >= 1));
    });
    outside.push(...findings.map((finding): [string, Finding] => [text, finding]));
  }
  expect(outside).toEqual([]);
});

describeWith([pythonYaml], `as PyYAML ${SEEDED}`, () => {
  test("a text is accepted or refused", async () => {
    const answers = runPython<{ stage: string } | null>("locate_yaml_problems.py", texts, SYSTEM_PYTHON);
    const [missed, onlyRefused]: [string[], string[]] = [[], []];
    for (const [index, text] of texts.entries()) {
      const isRefused = (await lint(text)).some(({ code }) => code === "config-syntax");
      if (isRefused !== (answers[index] !== null)) (isRefused ? onlyRefused : missed).push(text);
    }
    expect(missed).toEqual([]);
    // js-yaml does not begin text with a `?` or end an anchor in front of some indicators: `?>`, `&a?,}`.
    expect(onlyRefused.slice(texts.length / 100)).toEqual([]);
  });
});

async function lint(content: string): Promise<readonly Finding[]> {
  return (await lintSources([{ name: "a.cfg", content }])).findings;
}
