import { expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import { applySuppressions } from "../../src/findings/suppressions.ts";
import type { Finding, Part } from "../../src/model.ts";
import { readAllowedCodes } from "../../src/part/allow-comments.ts";
import { makePart } from "../support/make-part.ts";

async function check(...parts: Part[]): Promise<Finding[]> {
  const findings = await runChecks({ input: parts, arranged: parts });
  return applySuppressions(findings, parts.flatMap(readAllowedCodes));
}

async function linesOf(content: string): Promise<(number | null)[]> {
  const findings = await check(makePart({ type: "text/x-own", content, path: "x" }));
  return findings.filter(({ code }) => code.startsWith("secret-")).map(({ line }) => line);
}

test.each<[string, string, number[]]>([
  ["on the line", "a\nb\npassword: x # kubeboot: allow secret-password", []],
  ["on the line above", "a\nb\n# kubeboot: allow secret-password\npassword: x", []],
  ["two lines above", "a\nb\n# kubeboot: allow secret-password\n\npassword: x", [5]],
  ["on the line below", "a\nb\npassword: x\n# kubeboot: allow secret-password", [3]],
  ["of one of two", "# kubeboot: allow secret-password\npassword: x\npassword: y", [3]],
  ["of another code", "# kubeboot: allow secret-key\npassword: x", [2]],
  ["of several codes", "# kubeboot: allow secret-key,secret-password , type-removed\npassword: x", []],
  ["in a template", "{# kubeboot: allow secret-password #}\npassword: x", []],
  ["without blanks", "#kubeboot:allow secret-password\npassword: x", []],
  ["with CRLF", "# kubeboot: allow secret-password\r\npassword: x\r\n", []],
  ["that is none", "kubeboot: allow secret-password\npassword: x", [2]],
])("a comment %s", async (_, text, lines) => {
  expect(await linesOf(text)).toEqual(lines);
});

test("a comment in a part of a blob applies only to that part", async () => {
  const [first, second] = [1, 2].map((number) =>
    makePart({ type: "text/x-own", path: "blob", number, content: "# kubeboot: allow secret-password\npassword: x" }),
  );
  const silent = { ...second!, content: Buffer.from("\npassword: x") };
  const findings = await check(first!, silent);
  expect(findings.filter(({ code }) => code === "secret-password").map(({ part }) => part)).toEqual([2]);
});

test.each([
  ["on the first line", "#upstart-job # kubeboot: allow type-removed\n", []],
  ["on the second line", "#upstart-job\n# kubeboot: allow type-removed\n", []],
  ["on the third line", "#upstart-job\n\n# kubeboot: allow type-removed\n", ["type-removed"]],
])("%s a comment applies to a finding without a line", async (_, content, codes) => {
  const findings = await check(makePart({ type: "text/upstart-job", content, path: "x" }));
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

test("no comment suppresses what breaks the message", async () => {
  const content = Buffer.concat([Buffer.from("# kubeboot: allow text-not-utf8\n"), Buffer.from([0xff])]);
  const findings = await check(makePart({ type: "text/x-own", content, path: "x" }));
  expect(findings.map(({ code }) => code)).toContain("text-not-utf8");
});
