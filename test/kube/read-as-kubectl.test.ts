import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { findClientProblem } from "../../src/kube/find-client-problem.ts";
import { readManifest } from "../../src/kube/read-manifest.ts";
import { command, describeWith } from "../support/requirements.ts";

const HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";
const OTHER = HEAD.replace("name: a", "name: b");
const JSON_HEAD = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}\n';

/** THE table of texts that kubectl 1.32 rejects as YAML or JSON, and where kubeboot says so. */
const REJECTED: readonly (readonly [name: string, text: string, place: string])[] = [
  ["a directive of version 1.2", `%YAML 1.2\n---\n${HEAD}`, "1:1"],
  ["a directive of version 1.1", `# c\n%YAML 1.1\n---\n${HEAD}`, "2:1"],
  ["a directive above a later document", `${HEAD}---\n%YAML 1.1\n---\n${OTHER}`, "7:1"],
  ["a directive of a tag", `%TAG !e! tag:example.com,2014:\n---\n${HEAD}`, "1:1"],
  ["an escaped slash", `${HEAD}data:\n  a: "b\\/c"\n`, "6:9"],
  ["an escaped slash below a comment", `# c\n${JSON_HEAD.replace('"a"', '"a\\/"')}`, "2:61"],
  ["an escaped surrogate", `${HEAD}data:\n  a: "\\ud83d\\ude00"\n`, "6:8"],
  ["a line of only a tab", HEAD.replace("  name", "\t\n  name"), "4:1"],
  ["a tab at the end", `${HEAD}\t\n`, "5:1"],
  ["a tab behind a dash", `${HEAD}x:\n-\ta\n`, "6:2"],
  ["a tilde as a key", `${HEAD}data:\n  ~: a\n`, "6:3"],
  ["null as a key", `${HEAD}data: {null: a}\n`, "5:8"],
  ["nothing as a key", `${HEAD}data:\n  : a\n`, "6:3"],
  ["braces behind ---", `${HEAD}--- {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n`, "5:5"],
  ["a fourth dash", `${HEAD}----\n`, "5:1"],
  ["YAML behind JSON", `${JSON_HEAD}---\n${OTHER}`, "2:1"],
  ["a separator between JSON", `${JSON_HEAD}---\n${JSON_HEAD}`, "2:1"],
  ["a comma behind the last value of JSON", JSON_HEAD.replace('"a"', '"a",'), "1:61"],
  ["a comment in JSON", JSON_HEAD.replace("{", "{ # c\n"), "1:3"],
  ["single quotes in JSON", JSON_HEAD.replaceAll('"', "'"), "1:2"],
  ["a mapping in braces", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", "1:2"],
  ["a ? inside brackets", `${HEAD}x: [http://b/?c]\n`, "5:14"],
  ["a key of more than 1,024 characters", `${HEAD}data:\n  ${"k".repeat(1030)}: a\n`, "6:1033"],
  ["a control character", `${HEAD}data:\n  a: "\x7f"\n`, "6:7"],
  ["bytes that are not base64", `${HEAD}data:\n  a: !!binary aGk\n`, "6:6"],
];

/** THE table of texts that kubectl reads, although a reader of YAML 1.2 may not. */
const ACCEPTED: readonly (readonly [name: string, text: string])[] = [
  ["bytes", `${HEAD}data:\n  a: !!binary aGk=\n`],
  ["bytes that are not UTF-8", `${HEAD}data:\n  a: !!binary /w==\n`],
  ["local tags", `${HEAD}data: !map\n  a: !secret b\nx: !list [!y 1]\n`],
  ["an unknown tag", `${HEAD}x: !!unknown 1\n`],
  ["a byte order mark at the start", `\ufeff${HEAD}`],
  ["a byte order mark behind a separator", `${HEAD}---\n\ufeff${OTHER}`],
  ["a byte order mark in front of JSON", `\ufeff${JSON_HEAD}`],
  ["comments behind separators", `--- # c\n${HEAD}---# d\n${OTHER}`],
  ["tabs behind tokens", `${HEAD}data:\t# c\n  a:\tb\t\n`],
  ["an anchor given twice", `${HEAD}x: [&a 1, &a 2, *a]\n`],
  ["several JSON values", `${JSON_HEAD}${JSON_HEAD.replace('"a"', '"b\\/"')}`],
  ["a mapping in braces below a separator", "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: a,},}\n"],
  ["numbers and booleans as keys", `${HEAD}data:\n  1: a\n  1.5: b\n  yes: c\n`],
  ["lines that end with CR", HEAD.replaceAll("\n", "\r")],
  ...[
    "0o644",
    "0O7",
    "-0o7",
    "0b11",
    "0B1",
    "0X1f",
    "0_7",
    "1_000",
    "1_0.5",
    "0888",
    "09.5",
    "0o8",
    "1e400",
    "+.5",
  ].map((scalar) => [`the scalar ${scalar}`, `${HEAD}x: ${scalar}\n`] as const),
];

/** LINE:COLUMN of the problem, or null. */
function findPlace(text: string): string | null {
  const { problem } = readManifest(text);
  const position = problem ? null : (findClientProblem(text)?.position ?? null);
  if (problem) return `${problem.line}:${problem.column}`;
  if (position === null) return null;
  const lines = text.slice(0, position).split("\n");
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

function readValues(text: string): unknown[] {
  return readManifest(text.replace(/^\ufeff/, "")).documents.flatMap(({ value }) => (value === null ? [] : [value]));
}

describe("a manifest that kubectl", () => {
  test.each(REJECTED)("rejects: %s", (_, text, place) => {
    expect(findPlace(text)).toBe(place);
  });

  test.each(ACCEPTED)("accepts: %s", (_, text) => {
    expect(findPlace(text.replace(/^\ufeff/, ""))).toBeNull();
  });
});

describeWith([command("kubectl")], "read by kubectl", () => {
  test.each(REJECTED)("rejected: %s", (_, text) => {
    const { status, stderr } = runKubectl(text);
    expect(status).toBe(1);
    expect(stderr).toMatch(/error parsing/);
  });

  test.each(ACCEPTED)("the same values: %s", (_, text) => {
    const { status, stdout } = runKubectl(text);
    expect(status).toBe(0);
    const objects = stdout.split(/^(?=\{)/m).map((object) => JSON.parse(object) as unknown);
    expect(objects.map(withoutAnnotations)).toEqual(readValues(text).map(withoutAnnotations));
  });
});

/** The object as JSON, in which bytes are text and no key is a number. */
function withoutAnnotations(object: unknown): unknown {
  return JSON.parse(JSON.stringify(object, (key, value: unknown) => (key === "annotations" ? undefined : value)));
}

/** Reads without a server; `annotate` prints what it has read. */
function runKubectl(input: string): { status: number | null; stdout: string; stderr: string } {
  const args = ["annotate", "--local", "-f", "-", "a=b", "-o", "json"];
  return spawnSync("kubectl", args, { input, encoding: "utf8", env: { ...process.env, KUBECONFIG: "/dev/null" } });
}
