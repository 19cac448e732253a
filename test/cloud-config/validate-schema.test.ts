import { describe, expect, test } from "vitest";
import { validateSchema } from "../../src/cloud-config/validate-schema.ts";
import type { JsonSchema } from "../../src/model.ts";
import { makePart } from "../support/make-part.ts";

/** Similar to cloud-init's: an allOf of modules, references with other keywords beside, draft 4. */
const SCHEMA: JsonSchema = {
  $schema: "http://json-schema.org/draft-04/schema#",
  $defs: {
    name: { type: "string", pattern: "^[a-z]+$" },
    old: { type: "object", properties: { was: { deprecated: true, description: "Use ``is``\n instead." } } },
    list: {
      type: "object",
      properties: {
        run: { type: "array", minItems: 1, items: { oneOf: [{ type: "string" }, { $ref: "#/$defs/command" }] } },
      },
    },
    command: { type: "array", items: { type: "string" } },
    other: {
      type: "object",
      properties: {
        name: { type: "string", $ref: "#/$defs/name" },
        count: { type: "integer", minimum: 0, exclusiveMinimum: true },
        ratio: { type: "number", minimum: 0 },
        born: { type: "string", format: "date" },
        site: { type: "string", format: "uri" },
        tags: { type: "array", uniqueItems: true, maxItems: 2 },
        pair: { type: "array", items: [{ type: "string" }, { type: "integer" }], additionalItems: false },
        mode: { oneOf: [{ enum: ["a", "b"] }, { type: "boolean", deprecated: true, deprecated_version: "22.3" }] },
        both: { oneOf: [{ type: "string" }, { enum: ["x"] }] },
        size: { anyOf: [{ type: "integer" }, { type: "string", pattern: "^[0-9]+G$" }] },
        "a/b~c": { type: "object", patternProperties: { "^x-": { type: "null" } }, additionalProperties: false },
        user: { required: ["name"], not: { required: ["name", "nick"] }, minProperties: 1 },
        sink: {
          oneOf: [
            {
              type: "object",
              required: ["type", "url"],
              properties: { type: { enum: ["web"] }, url: { type: "string" } },
            },
            {
              type: "object",
              required: ["type"],
              properties: { type: { enum: ["log"] } },
              additionalProperties: false,
            },
          ],
        },
      },
    },
  },
  allOf: [{ $ref: "#/$defs/list" }, { $ref: "#/$defs/other" }, { $ref: "#/$defs/old" }],
};

function validate(body: string): string[] {
  const part = makePart({ type: "text/cloud-config", path: "a", content: `#cloud-config\n${body}\n` });
  return validateSchema([part], SCHEMA).map(({ line, column, severity, message, args }) => {
    return `${line}:${column} ${severity} ${message}${args !== null && "rule" in args ? ` #${args.rule}` : ""}`;
  });
}

describe("validateSchema", () => {
  test.each([
    "unknown: 1",
    "run: [a, [b, c]]",
    "name: abc",
    "count: 1",
    "ratio: 0.0",
    "born: '2026-02-28'",
    "born: '20260228'",
    "site: no site",
    "size: 10G",
    "mode: b",
    "pair: [a, 1]",
    "a/b~c: {x-y: null}",
    "sink: {type: web, url: a, other: 1}",
    "name: !!binary YWJj",
    "name: !!binary |\n  YW\n  Jj",
    "is: 1",
  ])("accepts %s", (body) => {
    expect(validate(body)).toEqual([]);
  });

  test.each<[string, ...string[]]>([
    ["run: a", "2:1 error `run` must be a list, not text #/$defs/list/properties/run/type"],
    ["run: []", "2:1 error `run` has fewer than 1 entry #/$defs/list/properties/run/minItems"],
    [
      "run:\n  - {a: b}",
      "3:5 error `run[0]` must be text or a list, not a mapping #/$defs/list/properties/run/items/oneOf/0/type",
    ],
    ["run:\n  - [a, 1]", "3:9 error `run[0][1]` must be text, not the number 1 #/$defs/command/items/type"],
    ["name: 'A'", "2:1 error `name` does not match `^[a-z]+$` #/$defs/name/pattern"],
    ["name: on", "2:1 error `name` must be text, not true #/$defs/other/properties/name/type"],
    ["count: 0", "2:1 error `count` must be > 0 #/$defs/other/properties/count/minimum"],
    [
      "count: 1.0",
      "2:1 error `count` must be an integer, not a number with a point #/$defs/other/properties/count/type",
    ],
    ["ratio: -1", "2:1 error `ratio` must be >= 0 #/$defs/other/properties/ratio/minimum"],
    ["born: 2026-02-28", "2:1 error `born` must be text, not a date #/$defs/other/properties/born/type"],
    ["born: '2026-02-30'", "2:1 error `born` is not a valid date #/$defs/other/properties/born/format"],
    ["tags: [a, a]", "2:1 error `tags` has the same entry twice #/$defs/other/properties/tags/uniqueItems"],
    ["tags: [a, b, c]", "2:1 error `tags` has more than 2 entries #/$defs/other/properties/tags/maxItems"],
    ["pair: [a, b]", "2:11 error `pair[1]` must be an integer, not text #/$defs/other/properties/pair/items/1/type"],
    ["pair: [a, 1, 2]", "2:1 error `pair` has more than 2 entries #/$defs/other/properties/pair/additionalItems"],
    [
      "mode: c",
      '2:1 error `mode` must be `true` or `false`, `"a"` or `"b"`, not text #/$defs/other/properties/mode/oneOf/0/enum',
    ],
    [
      "mode: yes",
      "2:1 warning `mode` is deprecated since cloud-init 22.3 #/$defs/other/properties/mode/oneOf/1/deprecated",
    ],
    ["both: x", "2:1 error `both` fits more than one of the allowed forms #/$defs/other/properties/both/oneOf"],
    ["size: 10X", "2:1 error `size` does not match `^[0-9]+G$` #/$defs/other/properties/size/anyOf/1/pattern"],
    ["size: [1]", "2:1 error `size` must be an integer or text, not a list #/$defs/other/properties/size/anyOf/0/type"],
    [
      "a/b~c:\n  y: 1",
      "3:3 error `a/b~c` has the unknown key `y` #/$defs/other/properties/a~1b~0c/additionalProperties",
    ],
    ["user: {nick: a}", "2:1 error `user` lacks the key `name` #/$defs/other/properties/user/required"],
    ["user: {}", "2:1 error `user` has fewer than 1 entry #/$defs/other/properties/user/minProperties"],
    ["user: {name: a, nick: b}", "2:1 error `user` has keys that exclude each other #/$defs/other/properties/user/not"],
    [
      "sink: {type: web, url: 1}",
      "2:19 error `sink.url` must be text, not the number 1 #/$defs/other/properties/sink/oneOf/0/properties/url/type",
    ],
    [
      "sink: {type: log, url: a}",
      "2:19 error `sink` has the unknown key `url` #/$defs/other/properties/sink/oneOf/1/additionalProperties",
    ],
    [
      "sink: {type: fax}",
      '2:8 error `sink.type` must be `"web"` or `"log"` #/$defs/other/properties/sink/oneOf/0/properties/type/enum',
    ],
    ["was: 1", "2:1 warning `was` is deprecated #/$defs/old/properties/was/deprecated"],
    [
      "was: 1\nrun: a\ncount: b",
      "2:1 warning `was` is deprecated #/$defs/old/properties/was/deprecated",
      "3:1 error `run` must be a list, not text #/$defs/list/properties/run/type",
      "4:1 error `count` must be an integer, not text #/$defs/other/properties/count/type",
    ],
  ])("reports %j", (body, ...expected) => {
    expect(validate(body)).toEqual(expected);
  });

  test("rejects what it has no message for", () => {
    const part = makePart({ type: "text/cloud-config", content: "#cloud-config\na: 1\nb: 2\n" });
    const schema = { dependencies: { a: { properties: { b: { type: "string" } } } } };
    expect(validateSchema([part], schema)).toMatchObject([{ code: "schema-invalid", line: 2, column: 1 }]);
  });

  test.each<[string, string, boolean]>([
    ["text/cloud-config", "#cloud-config\n{}\n", false],
    ["text/cloud-config", "\n#cloud-config\n{}\n", true],
    ["text/cloud-config", "#Cloud-Config\n{}\n", true],
    ["text/cloud-config", "{}\n", false],
    ["text/jinja2", "## template: jinja\n#cloud-config\n{}\n", false],
  ])("compares the marker as its validator does: %s %j", (type, content, fires) => {
    const found = validateSchema([makePart({ type, content })], SCHEMA);
    expect(found.map(({ code }) => code)).toEqual(fires ? ["schema-header"] : []);
  });

  test("ignores the marker of a part from a blob", () => {
    const part = makePart({ type: "text/cloud-config", content: "\n#cloud-config\n{}\n", number: 1 });
    expect(validateSchema([part], SCHEMA)).toEqual([]);
  });

  test.each(["- a\n", "a\n", "a: [\n", "a: 1\n---\nb: 1\n", "---\n---\n"])("leaves %j to the checks", (body) => {
    expect(validate(body)).toEqual([]);
  });

  test.each(["", "null", "# hello"])("rejects %j, which is empty", (body) => {
    expect(validate(body)).toEqual(["null:null error `cloud-init schema` rejects a cloud-config without content"]);
  });

  test("reports an invalid JSON schema", () => {
    const part = makePart({ type: "text/cloud-config", content: "#cloud-config\n{}\n" });
    expect(() => validateSchema([part], { type: "thing" })).toThrow(
      expect.objectContaining({ code: "unreadable", message: expect.stringMatching(/^the schema can't be used: /) }),
    );
  });
});
