import { describe, expect, test } from "vitest";
import { fillInTemplate, readTemplate } from "../../src/templates/fill-in-template.ts";
import { toValue } from "../../src/templates/to-value.ts";

const VALUES = { name: "web", count: 3, list: ["a", "b"], map: { key: "value" }, nothing: null };

const FILES: Readonly<Record<string, string>> = {
  "plain.j2": "from {{ name }}\n",
  "wrong.j2": "one\n{{ absent }}",
  "outer.j2": "[{% include 'plain.j2' %}]",
  "set.j2": "{% set name = 'inner' %}{{ name }}",
};

function fillIn(text: string) {
  const variables = new Map(Object.entries(VALUES).map(([name, value]) => [name, toValue(value)]));
  const find = (name: string) => variables.get(name);
  return fillInTemplate(readTemplate(text), find, (name) => {
    const file = FILES[name];
    return file === undefined ? null : { file: name, body: readTemplate(file).body };
  });
}

describe("fillInTemplate", () => {
  test.each([
    ["text", "text"],
    ["a line end at the end\n", "a line end at the end\n"],
    ["{{ name }} {{ count + 1 }} {{ nothing }}", "web 4 None"],
    ["{% for each in list %}\n{{ each }}\n{% endfor %}\n", "a\nb\n"],
    ["{{ absent | default('x') }}", "x"],
    ["{{ map.absent | default('x') }}", "x"],
    ["{{ 'y' if absent is defined else 'n' }}", "n"],
    ["## template: jinja\n{% raw %}{{ v1.region }}{% endraw %}", "## template: jinja\n{{ v1.region }}"],
    ["{% include 'outer.j2' %}", "[from web\n]"],
    ["{% include 'absent.j2' ignore missing %}-", "-"],
    ["{% include 'set.j2' %}{{ name }}", "innerweb"],
    ["a\r\nb", "a\nb"],
  ])("fills in %j", (template, expected) => {
    expect(fillIn(template).rendered?.text).toBe(expected);
  });

  test.each([
    ["{{ absent }} {{ map.absent }} {{ absent.deep }}", ["absent", "map.absent", "absent"]],
    ["{% if absent %}{% endif %}", ["absent"]],
    ["{% for each in absent %}{% endfor %}", ["absent"]],
    ["{{ 'a' ~ absent }}", ["absent"]],
    ["{{ absent | upper }}", ["absent"]],
    ["{{ absent | length }}", ["absent"]],
    ["{{ absent == 1 }}", ["absent"]],
    ["{{ absent or 1 }}", ["absent"]],
    ["{{ not absent }}", ["absent"]],
    ["{{ [absent] }}", ["absent"]],
    ["{{ list[5] }}", ["list[5]"]],
    ["{% set x = absent %}{{ x }}", ["absent"]],
    ["{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", ["a"]],
  ])("names what does not exist in %j", (template, names) => {
    const { rendered, refusals } = fillIn(template);
    expect(rendered).toBeNull();
    expect(refusals.map(({ kind, missing }) => [kind, missing?.path])).toEqual(
      names.map((name) => ["undefined", name]),
    );
  });

  test.each([
    ["{{ 'a' if false }}", "the `if` has no `else`, and its value is undefined"],
    ["{% include 'absent.j2' %}", "there is no file `absent.j2` to include"],
    ["{% include 1 %}", "the name of an included file has to be a text"],
    ["{{ 1 / 0 }}", "division by zero"],
    ["{% import 'plain.j2' as plain %}", "`{% import %}`"],
  ])("says why %j fails", (template, reason) => {
    expect(fillIn(template).refusals.map(({ message }) => message)).toEqual([reason]);
  });

  test("a problem of an included file has its place in that file", () => {
    const { refusals } = fillIn("a\n{{ absent }}{% include 'wrong.j2' %}");
    expect(refusals.map(({ file, at }) => ({ file, at }))).toEqual([
      { file: null, at: 5 },
      { file: "wrong.j2", at: 7 },
    ]);
  });
});
