import { describe, expect, test } from "vitest";
import { fillInTemplate, readTemplate } from "../../src/templates/fill-in-template.ts";
import { toValue } from "../../src/templates/to-value.ts";

const V = {
  text: "it's; rm -rf /",
  plain: "a-b.c",
  list: ["b", "a", 1],
  map: { b: [1, 2], a: { z: "yes", y: null, x: 1.5 } },
  empty: [],
  utf8: "Grüße ☃",
  lines: "a\nb\n",
};

function fillIn(text: string): string | undefined {
  const variables = new Map(Object.entries(V).map(([name, value]) => [name, toValue(value)]));
  const { rendered, refusals } = fillInTemplate(
    readTemplate(text),
    (name) => variables.get(name),
    () => null,
  );
  return rendered === null ? refusals.map(({ message }) => message).join() : rendered.text;
}

// A key such as `y` is in quotes, because go-yaml reads it as a boolean. The other texts of to_yaml and to_nice_yaml are those of PyYAML 6.0, which Ansible calls: `yaml.dump(v, allow_unicode=True,
// default_flow_style=None)`, and with `indent=4, default_flow_style=False`.
describe("filters before the boot", () => {
  test.each([
    ["{{ utf8 | b64encode }}", "R3LDvMOfZSDimIM="],
    ["{{ 'R3LDvMOfZSDimIM=' | b64decode }}", "Grüße ☃"],
    ["{{ '/w==' | b64decode }}", "b64decode: the bytes are no UTF-8 text"],
    ["echo {{ text | quote }} {{ plain | quote }} {{ '' | quote }}", `echo 'it'"'"'s; rm -rf /' a-b.c ''`],
    ["{{ list | to_json }}", '["b", "a", 1]'],
    ["{{ text | to_json }}", '"it\'s; rm -rf /"'],
    ["{{ {'a': [1]} | to_nice_json }}", '{\n    "a": [\n        1\n    ]\n}'],
    ["{{ list | to_yaml }}", "[b, a, 1]\n"],
    ["{{ map | to_yaml }}", "a: {x: 1.5, 'y': null, z: 'yes'}\nb: [1, 2]\n"],
    ["{{ map | to_nice_yaml }}", "a:\n    x: 1.5\n    'y': null\n    z: 'yes'\nb:\n- 1\n- 2\n"],
    ["{{ map | to_nice_yaml(indent=2) }}", "a:\n  x: 1.5\n  'y': null\n  z: 'yes'\nb:\n- 1\n- 2\n"],
    ["{{ {'a': lines, 'b': empty, 'c': utf8} | to_nice_yaml }}", 'a: "a\\nb\\n"\nb: []\nc: Grüße ☃\n'],
    ["{{ {true: 1} | to_nice_yaml }}", "true: 1\n"],
    ["{{ {1: 'a', 2: {none: 'b'}} | to_yaml }}", "1: a\n2: {null: b}\n"],
    ["{{ {'1': 'a', 'true': 'b'} | to_yaml }}", "{'1': a, 'true': b}\n"],
    ["{{ absent | mandatory }}", "`absent` is undefined"],
    ["{{ absent | to_yaml }}", "`absent` is undefined"],
    ["{{ 'yes' | bool }} {{ 'off' | bool }}", "True False"],
    ["{{ empty | ternary('a', 'b') }}", "b"],
    [
      "{{ map | to_nice_yaml | indent(4) }}",
      "a:\n        x: 1.5\n        'y': null\n        z: 'yes'\n    b:\n    - 1\n    - 2\n",
    ],
  ])("%s", (template, expected) => {
    expect(fillIn(template)).toBe(expected);
  });

  test("an unknown filter is refused with the nearest one", () => {
    expect(() => readTemplate("{{ a | to_nice_yml }}")).toThrow(
      "unknown filter `to_nice_yml`; the nearest is `to_nice_yaml`",
    );
  });
});
