/** The types of the outputs, compared with the schemas by the compiler: each schema becomes a type. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { schemas } from "../../src/schemas.ts";
import { findSchema } from "../../src/schemas/find-schema.ts";
import { SCHEMAS } from "../../src/schemas/schemas.ts";
import { schemaToType } from "./schema-to-type.ts";

const folder = mkdtempSync(join(tmpdir(), "kubeboot-types-"));

afterAll(() => rmSync(folder, { recursive: true }));

/**
 * `Plain` is a type without what JSON does not have: `readonly`, and names. `args` of findings depend on the code, which
 * a schema does not say.
 */
const HEAD = `
import type { Finding } from ${JSON.stringify(resolve("src/model.ts"))};
import type { Reports } from ${JSON.stringify(resolve("src/reports.ts"))};
type AnyFinding = { [Key in keyof Finding]: Key extends "args" ? Record<string, unknown> | null : Finding[Key] };
type Plain<T> = [T] extends [Finding] ? "finding" : PlainEach<T>;
type PlainEach<T> = T extends Finding ? "finding" : T extends readonly (infer Item)[] ? Plain<Item>[]
  : T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
`;

/** The type of a schema; definitions are types of their own. */
function writeTypes(name: string, schema = SCHEMAS[name]!): string {
  const prefix = name.replaceAll("-", "_");
  const nameOf = (definition: string) => (definition === "finding" ? "Finding" : `${prefix}_${definition}`);
  const definitions = Object.entries((schema["$defs"] ?? {}) as typeof SCHEMAS);
  return [
    ...definitions.map(([each, inner]) => `type ${prefix}_${each} = ${schemaToType(inner, nameOf)};`),
    `type ${prefix} = ${schemaToType(schema, nameOf)};`,
    `export const is_${prefix}: Same<Plain<${prefix}>, Plain<Reports[${JSON.stringify(name)}]>> = true;`,
    ...definitions.map(([each]) =>
      each === "finding"
        ? `export const is_${prefix}_finding: Same<PlainEach<${prefix}_finding>, PlainEach<AnyFinding>> = true;`
        : "",
    ),
  ].join("\n");
}

/** What the compiler says of the types of these schemas. */
function compile(file: string, texts: readonly string[]): string {
  const path = join(folder, file);
  writeFileSync(path, [HEAD, ...texts].join("\n"));
  const options =
    "--ignoreConfig --strict --noEmit --skipLibCheck --allowImportingTsExtensions --module nodenext --target es2023 --types node";
  const args = [...options.split(" "), "--typeRoots", resolve("node_modules/@types"), path, resolve("src/build.d.ts")];
  return spawnSync(resolve("node_modules/.bin/tsc"), args, { encoding: "utf8" }).stdout;
}

const NAMES = Object.keys(SCHEMAS).filter((name) => name !== "fleet");
const KEYS = `export const keys: Same<keyof Reports, ${NAMES.map((name) => JSON.stringify(name)).join(" | ")}> = true;`;

test("each schema of an output is that of its type", () => {
  expect(compile("all.ts", [KEYS, ...NAMES.map((name) => writeTypes(name))])).toBe("");
});

/** The same with one thing changed. */
const SPOILED: readonly [string, string, string][] = [
  ["bundle", '"bytes":{"type":["integer","null"]', '"bytes":{"type":"integer"'],
  ["bundle", '"7bit",', ""],
  ["lint", '"line":{"type":["integer","null"]', '"line":{"type":"integer"'],
  ["lint", '"required":["complete","findings"]', '"required":["findings"]'],
  ["lint", '"text-bom",', ""],
  ["explain", '"steps":{"type":"array"', '"later":{"type":"string"},"steps":{"type":"array"'],
  ["inspect-diff", '"moved",', ""],
  ["releases", '"required":["kind","name"]', '"required":["kind","name","since"]'],
  ["platforms", '{"const":"none"},', ""],
  ["fleet-report", '"same",', ""],
];

test.each(SPOILED)("%s with %s as %j is not", (name, before, after) => {
  const text = JSON.stringify(SCHEMAS[name], (key, value) => (key === "description" ? undefined : value));
  const spoiled = text.replace(before, after);
  expect(spoiled).not.toBe(text);
  expect(compile("spoiled.ts", [writeTypes(name, JSON.parse(spoiled))])).toMatch(/error TS2322/);
});

test("the library has the schemas that the command prints", () => {
  expect(Object.entries(schemas)).toEqual(Object.keys(SCHEMAS).map((name) => [name, findSchema(name)]));
});
