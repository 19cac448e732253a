import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeCloudConfigs } from "../../src/arrange/merge-cloud-configs.ts";
import type { Part } from "../../src/model.ts";
import { makePart } from "../support/make-part.ts";
import { describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";
import { sample, SEEDED } from "../support/seed.ts";

function config(filename: string, content: string, type = "text/cloud-config"): Part {
  return makePart({ type, filename, path: filename, content: `#cloud-config\n${content}` });
}

/** The content of the parts, and the findings in short. */
function merge(parts: readonly Part[], spec: string | true = true): { contents: string[]; findings: string[] } {
  const merged = mergeCloudConfigs(parts, spec);
  return {
    contents: merged.parts.map(({ content }) => Buffer.from(content).toString()),
    findings: merged.findings.map(({ code, path, line, message }) =>
      [path, line, code, message].filter((each) => each !== null).join(" "),
    ),
  };
}

const MERGED = "configs-merged 2 cloud-configs are merged into `cloud-config.yaml`, without their comments";

describe("mergeCloudConfigs", () => {
  test("joins lists, merges mappings, and keeps what is equal", () => {
    const parts = [
      config("a.cfg", "hostname: web\nruncmd: [a]\napt: {proxy: p, sources: {x: {source: s}}} # one\n"),
      config("b.cfg", "hostname: web\nruncmd: [b]\napt: {sources: {y: {source: t}}}\n"),
    ];
    expect(merge(parts)).toEqual({
      contents: [
        "#cloud-config\nhostname: web\nruncmd:\n  - a\n  - b\napt:\n  proxy: p\n  sources:\n    x:\n      source: s\n    y:\n      source: t\n",
      ],
      findings: [MERGED],
    });
  });

  test("reports every key with two values, with both places and neither value", () => {
    const parts = [
      config("a.cfg", "password: one\nssh_pwauth: true\n"),
      config("b.cfg", "power_state: {mode: halt}\n"),
      config("c.cfg", "password: two\npower_state:\n  mode: reboot\nssh_pwauth: yes\nruncmd: ls\n"),
      config("d.cfg", "runcmd: [ls]\n"),
    ];
    expect(merge(parts).findings).toEqual([
      "c.cfg 2 merge-conflict `password` has another value than in line 2 of `a.cfg`",
      "c.cfg 4 merge-conflict `power_state.mode` has another value than in line 2 of `b.cfg`",
      "d.cfg 2 merge-conflict `runcmd` has another value than in line 6 of `c.cfg`",
      MERGED.replace("2", "4"),
    ]);
  });

  test.each([
    ["dict(replace)", "hostname: b\nruncmd:\n  - b\n"],
    ["list(prepend)+dict(no_replace,recurse_list)", "hostname: a\nruncmd:\n  - b\n  - a\n"],
  ])("with the merge type %s, nothing is a conflict", (spec, content) => {
    const parts = [config("a.cfg", "hostname: a\nruncmd: [a]\n"), config("b.cfg", "hostname: b\nruncmd: [b]\n")];
    expect(merge(parts, spec)).toEqual({ contents: [`#cloud-config\n${content}`], findings: [MERGED] });
  });

  test("follows the merge type of a part, which is left out", () => {
    const parts = [config("a.cfg", "hostname: a\n"), config("b.cfg", "hostname: b\nmerge_how: dict(replace)\n")];
    expect(merge(parts)).toEqual({ contents: ["#cloud-config\nhostname: b\n"], findings: [MERGED] });
  });

  test("leaves other parts where they are", () => {
    const script = makePart({ filename: "a.sh", content: "#!/bin/sh\n" });
    const { parts } = mergeCloudConfigs([script, config("a.cfg", "a: 1\n"), script, config("b.cfg", "b: 2\n")], true);
    expect(parts.map(({ filename }) => filename)).toEqual(["a.sh", "cloud-config.yaml", "a.sh"]);
  });

  test.each<[string, Part, string]>([
    [
      "a template",
      makePart({ content: "## template: jinja\n#cloud-config\n", type: "text/jinja2" }),
      "fills the template in",
    ],
    ["an archive", config("x", "- a\n", "text/cloud-config-archive"), "it is an archive"],
    ["a patch", config("x", "[]\n", "text/cloud-config-jsonp"), "it changes what was merged before it"],
    ["an include", config("x", "https://a/b\n", "text/x-include-url"), "the instance reads what it includes"],
    ["a broken merge type", config("x", "merge_how: append\n"), "its merge type is invalid"],
    ["a number as a key", config("x", "a: {1: b}\n"), "merging would change"],
    ["a key of JavaScript's own", config("x", "__proto__: {a: b}\n"), "merging would change"],
    ["a key that JavaScript moves to the front", config("x", 'a: {b: c, "1": d}\n'), "merging would change"],
    ["a list of pairs", config("x", "a: !!omap [{b: c}]\n"), "merging would change"],
    ["a set", config("x", "a: !!set {b: null}\n"), "merging would change"],
    ["what can't be read", config("x", "a: [\n"), "it is not one mapping"],
  ])("does not merge what comes behind %s", (_, barrier, reason) => {
    const parts = [config("a.cfg", "a: 1\n"), config("b.cfg", "b: 2\n"), barrier, config("c.cfg", "c: 3\n")];
    const merged = mergeCloudConfigs(parts, true);
    expect(merged.parts.map(({ filename }) => filename)).toEqual(["cloud-config.yaml", barrier.filename, "c.cfg"]);
    const [own, later] = merged.findings;
    expect([own?.code, later?.code]).toEqual(["config-unmerged", "config-unmerged"]);
    expect(own?.message).toContain(reason);
    expect(later?.message).toContain(`it comes behind \`${barrier.filename}\``);
  });

  test("leaves the merge type to the instance for what it does not merge", () => {
    const template = makePart({ content: "## template: jinja\n#cloud-config\n", type: "text/jinja2" });
    const { parts } = mergeCloudConfigs([template, config("a.cfg", "a: 1\n")], "dict(replace)");
    expect(parts.map(({ headers }) => headers["X-Merge-Type"])).toEqual([undefined, "dict(replace)"]);
  });

  test("changes nothing where there are no two", () => {
    const parts = [config("a.cfg", "a: 1 # one\n")];
    expect(mergeCloudConfigs(parts, "dict(replace)").parts).toEqual(parts);
    expect(merge(parts).findings).toEqual([
      "merge-unused nothing is merged: there are no two cloud-configs that can be",
    ]);
  });

  test("passes over a part without content", () => {
    const parts = [config("a.cfg", "a: 1\n"), config("b.cfg", "# nothing\n"), config("c.cfg", "c: 3\n")];
    expect(merge(parts)).toEqual({
      contents: ["#cloud-config\na: 1\nc: 3\n", "#cloud-config\n# nothing\n"],
      findings: [MERGED],
    });
  });

  test("keeps text of several lines readable", () => {
    const script = "a: |\n  #!/bin/sh\n  if true; then\n  \techo 'hi'\n  fi\n";
    expect(merge([config("a.cfg", script), config("b.cfg", "b: 1\n")]).contents).toEqual([
      `#cloud-config\n${script}b: 1\n`,
    ]);
  });
});

describeWith([cloudInitPackage], `as cloud-init itself merges the parts ${SEEDED}`, () => {
  const written = fc.constantFrom(
    ..."0644 1.10 1.0 1 yes No on true 1:30 01:30 2026-11-26 2026-11-26T01:02:03Z 0x1F 0b11 1e3 1.5e+3 .5 -.5 ~".split(
      " ",
    ),
    ..."null|12345678901234567890|-0|+1|.nan|-.inf|1_000|0o17|!!float 5.5|!!binary aGk=|!!str 0644".split("|"),
  );
  const trap = fc.constantFrom(
    ..."yes|0644|1.10|null|~|1:30|2026-11-26|=|<<|- a|a: b|a #b|#c|@x|%x|*x|&x|!x|`x|{x|[x|}|]|,|?|? x|-|:|'|\"|\\|.|..|---|...".split(
      "|",
    ),
    ..."|x | x|x\n|\nx|x\ny|x\ny\n|x\n\n|\n|\n\n| x\ny|x\n y\n|x \ny|x\n\n\ny|x\n \ny| \nx|\t|\tx\ny|x\ty\nz|x\r\ny|x\ry".split(
      "|",
    ),
    "\u0085",
    "a\u2028b\nc",
    "\ufeffx",
    "\u00a0",
    "\u{1f600}",
    "\u00e9\n\u00fc",
    "\0",
    "\x07",
    "\x7f\n",
    "x".repeat(300),
  );
  const text = fc.oneof(trap, fc.string({ unit: "grapheme", maxLength: 8 })).map((value) => quote(value));
  const scalar = fc.oneof(written, text);
  const list = fc.array(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }).map(flow)), { maxLength: 3 }).map(flow);
  // A key has values of one kind, because cloud-init treats text as a list of letters when merging it with a list.
  const body = fc.record(
    {
      list,
      other_list: list,
      text,
      "a: b": text,
      number: written,
      inner: fc.record({ list, text, yes: written }, { requiredKeys: [] }).map(toFlowMapping),
    },
    { requiredKeys: [] },
  );
  const option = fc.constantFrom(
    "append",
    "prepend",
    "replace",
    "no_replace",
    "recurse_list",
    "recurse_str",
    "recurse_dict",
    "allow_delete",
  );
  const spec = fc
    .tuple(
      ...["dict", "list", "str"].map((name) =>
        fc.array(option, { maxLength: 2 }).map((options) => `${name}(${options.join(",")})`),
      ),
    )
    .map((mergers) => mergers.join("+"));
  const part = fc
    .tuple(body, fc.option(spec))
    .map(([keys, own]) => toLines({ first: "x", ...keys, ...(own && { merge_how: quote(own) }) }));

  test("with any merge type", () => {
    const drawn = sample(fc.tuple(fc.array(part, { minLength: 2, maxLength: 4 }), spec), 2000);
    const lines = drawn.flatMap(([contents, type]) => {
      const parts = contents.map((content) => config("x", content));
      const merged = merge(parts, type);
      // cloud-init drops such a part, here it is an error.
      if (merged.findings.some((found) => found.includes("merge-failed"))) return [];
      expect({ of: contents, ...merged }).toMatchObject({ findings: [expect.stringContaining("configs-merged")] });
      const headers = (index: number): object => (index === 0 ? {} : { "X-Merge-Type": type });
      return [[contents.map((content, index) => [`#cloud-config\n${content}`, headers(index)]), merged.contents[0]]];
    });
    expect(lines.length).toBeGreaterThan(1500);
    const answers = runPython<[string, string]>("merge_and_load.py", lines, SYSTEM_PYTHON);
    const rows = answers.map(([expected, found], index) => ({ line: lines[index], expected, found }));
    expect(rows.filter(({ expected, found }) => expected !== found)).toEqual([]);
  });
});

/** JSON is YAML, but for the characters that PyYAML refuses unescaped. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function flow(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

function toFlowMapping(keys: Readonly<Record<string, string>>): string {
  return `{${Object.entries(keys)
    .map(([key, value]) => `"${key}": ${value}`)
    .join(", ")}}`;
}

function toLines(keys: Readonly<Record<string, string>>): string {
  return Object.entries(keys)
    .map(([key, value]) => `"${key}": ${value}\n`)
    .join("");
}
