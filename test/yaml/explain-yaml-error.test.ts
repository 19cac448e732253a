import { constructFromEvents } from "js-yaml";
import { describe, expect, test } from "vitest";
import { finding } from "../../src/findings/finding.ts";
import { explainYamlError } from "../../src/yaml/explain-yaml-error.ts";
import { parseYaml } from "../../src/yaml/parse-yaml.ts";
import { findWordProblems } from "../support/find-word-problems.ts";

/** OFFSET REASON | FIX */
function explain(text: string): string {
  try {
    constructFromEvents(parseYaml(text), { source: text });
  } catch (error) {
    const { position, reason, fix } = explainYamlError(text, error, "PyYAML");
    return `${position} ${reason} | ${fix}`;
  }
  throw new Error(`js-yaml reads ${text}`);
}

const A_LINE = "a line among keys that has no `: `";
const GO = "`{{` begins an action of a Go template";
const TERRAFORM = "`%{` begins a directive of a Terraform template";
const FILL_IN = "bundle what the template becomes when it is filled in";

describe("explainYamlError", () => {
  test.each([
    ["a: up: 1\n", "5 text with `: ` needs quotes | put the text in quotes: `a: 'up: 1'`"],
    ["a:\n- b: it's: c\n", "12 text with `: ` needs quotes | put the text in quotes: `- b: 'it''s: c'`"],
    [
      "a: 1\n  b: 2\n",
      "8 `b:` continues the value above | indent `b:` as the key in line 1, or delete the value there",
    ],
    ["a\n  b: 2\n", "5 `b:` continues the text above, which has no colon | add the missing colon in line 1"],
    ["a:b\nc: 2\n", "5 no space behind the colon in line 1 | write `a: b`"],
    ["c: 2\na:b\n", "5 no space behind the colon of a key | write `a: b`"],
    ["- a\n-b\n- c\n", "4 no space behind the `-` of a list item | write `- b`"],
    [
      "a: |\n  b\nouch\n",
      `9 ${A_LINE} | indent \`ouch\` if it belongs to the text above, or add the colon if it is a key`,
    ],
    ["a:\n\t- b\n", "3 a tab in the indentation | indent the line with spaces instead of the tab"],
    ["a: @b # c\n", "3 text can't begin with `@` | put the text in quotes: `'@b'`"],
    ["a: `b`\n", "3 text can't begin with a backquote | put the text in quotes"],
    ["a: *b\n", "3 text that begins with `*` is an alias | put the text in quotes: `'*b'`"],
    ["a: *.b\n", "3 text that begins with `*` is an alias | put the text in quotes: `'*.b'`"],
    ["a: & b\n", "3 text that begins with `&` is an anchor | put the text in quotes: `'& b'`"],
    ["a: !b c\n", "3 text that begins with `!` is a tag | put the text in quotes: `'!b c'`"],
    ["a: !!int b\n", "3 the value is none that `!!int` can read | change the value, or delete the tag"],
    ["a: {{ b }}\n", "3 `{{` outside of quotes begins a mapping of YAML | put the text in quotes: `'{{ b }}'`"],
    ["a: {{ .b }}\n", `3 ${GO} | ${FILL_IN}`],
    ["{{- if eq .a 1 }}\nb: 1\n{{- end }}\n", `0 ${GO} | ${FILL_IN}`],
    ["a:\n%{ for b in c ~}\n- b\n", `3 ${TERRAFORM} | ${FILL_IN}`],
    ["a:\n  %{~ if b }\n  - b\n", `5 ${TERRAFORM} | ${FILL_IN}`],
    ["a: 1\n${b.c}\nd: 2\n", `5 nothing has filled in \`\${b.c}\` | ${FILL_IN}`],
    [
      "a: 1\n${b} c\nd: 2\n",
      `5 ${A_LINE} | indent \`\${b} c\` if it belongs to the text above, or add the colon if it is a key`,
    ],
    ["- {{ b }}-c\n", "2 `{{` outside of quotes begins a mapping of YAML | put the text in quotes: `'{{ b }}-c'`"],
    ["a: 'b\n", "3 the quote that opens here is never closed | add the closing `'`"],
    ['a: "b\nc: "d"\n', "10 the quote of line 1 ends here | close the quote in line 1"],
    [
      "a: 'it's'\n",
      "7 text behind a closing quote | put the whole text in one pair of quotes, with `''` for each quote inside",
    ],
    ["a: 'b', 'c'\n", "6 a comma behind a closing quote | put brackets around the list"],
    ["a: [b] c\n", "7 text behind a closing `]` | put the whole text in quotes, or delete `c`"],
    ["a: [b]]\n", "6 `]` closes nothing | delete it, or add the `[`"],
    ["a: [b, c\n", "3 `[` opens here, and a comma or `]` is missing | add the closing `]`"],
    ["a: [b,\n", "3 `[` opens here and is never closed | add the closing `]`"],
    ["a: {b: c\nd: 1\n", "3 `{` opens here, and a comma or `}` is missing | add `}`, or a comma in front of line 2"],
    [
      "a: ['b' c]\n",
      "8 text behind a closing quote | put the whole text in one pair of quotes, with `''` for each quote inside",
    ],
    ["a: [b, , c]\n", "7 nothing in front of the comma | delete the comma"],
    [
      "a: - b\n",
      "3 a list can't begin behind other text | begin it on the next line, or put the text in quotes: `'- b'`",
    ],
    [
      "a:\n  b: 1\n c: 2\n",
      "11 the indentation fits no line above | indent line 3 as line 1, or as another line above",
    ],
    ["a: 1\n- b\n", "5 a list item (`-`) among keys | indent the list below its key, and give the key no other value"],
    ["  a: 1\nb: 2\n", "7 the lines above are indented, and this one is not | indent all top-level keys alike"],
    ['a: "\\d"\n', "5 `\\d` means nothing inside double quotes | write `\\\\d`, or use single quotes"],
    [
      "a: |b\n",
      "4 the text of `|` begins on the next line | move the text to the next line, or put the text in quotes: `'|b'`",
    ],
    ["a: b\x01\n", "4 YAML does not allow the character U+0001 | delete the character"],
    [
      `${"[".repeat(200)}${"]".repeat(200)}`,
      "99 more than 100 lists and mappings inside of each other | write it with fewer levels",
    ],
  ])("%j", (text, expected) => {
    expect(explain(text)).toBe(expected);
    const [reason = "", fix = ""] = expected.replace(/^\d+ /, "").split(" | ");
    const findings = [finding("config-syntax", {}, { reason, fix }), finding("manifest-syntax", {}, { reason, fix })];
    expect(findings.flatMap(findWordProblems)).toEqual([]);
  });

  test("passes on what js-yaml did not throw", () => {
    const error = new Error("other");
    expect(() => explainYamlError("a: [", error, "PyYAML")).toThrow(error);
  });
});
