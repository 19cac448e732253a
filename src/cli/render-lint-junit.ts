/** The findings of lint → a JUnit report, as Jenkins and other servers read it. */
import { isUnread } from "../findings/table.js";
import type { Finding, LintResult } from "../model.js";
import { describeFinding, describeLocation, replaceControls } from "./render.js";

/**
 * One test suite with a test case for each file that was checked, in the order of the inputs, and one for each other
 * place that has a finding. An error is a failure, or in what could not be read an error; warnings and notes are output of
 * their test case.
 */
export function renderLintJunit({ texts, findings }: LintResult): string {
  const cases = new Map<string, Finding[]>(texts.map((text) => [nameCase(text), []]));
  for (const found of findings) {
    const name = nameCase(found);
    const others = cases.get(name);
    if (others) others.push(found);
    else cases.set(name, [found]);
  }
  const outcomes = [...cases.values()].map(nameOutcome);
  const [failures, errors] = ["failure", "error"].map((name) => outcomes.filter((each) => each === name).length);
  const counts = `tests="${cases.size}" failures="${failures}" errors="${errors}" skipped="0"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites ${counts}>`,
    `  <testsuite name="kubeboot lint" ${counts}>`,
    ...[...cases].map(([name, found]) => renderCase(name, found)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

/** A finding without a file belongs to the command line as a whole. */
function nameCase({ path }: { path: string | null }): string {
  return path ?? "kubeboot";
}

/** The element for the errors; null without any. */
function nameOutcome(found: readonly Finding[]): "failure" | "error" | null {
  if (found.some(({ code }) => isUnread(code))) return "error";
  return found.some(isError) ? "failure" : null;
}

function renderCase(name: string, found: readonly Finding[]): string {
  const open = `    <testcase classname="kubeboot.lint" name="${escapeXml(name)}"`;
  if (found.length === 0) return `${open}/>`;
  const errors = found.filter(isError);
  const others = found.filter((one) => !isError(one));
  const [first] = errors;
  const outcome = nameOutcome(found);
  return [
    `${open}>`,
    ...(first === undefined
      ? []
      : [
          `      <${outcome} type="${first.code}" message="${escapeXml(first.message)}">${listFindings(errors)}</${outcome}>`,
        ]),
    ...(others.length === 0 ? [] : [`      <system-out>${listFindings(others)}</system-out>`]),
    "    </testcase>",
  ].join("\n");
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function listFindings(findings: readonly Finding[]): string {
  return findings
    .map((found) => `${describeLocation(found)}: ${found.severity}: ${describeFinding(found)} (${found.code})`)
    .map(escapeXml)
    .join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Characters that XML 1.0 (section 2.2) can't contain, even as references, become U+FFFD; what would control a terminal
 * or an attribute is written as a reference.
 */
function escapeXml(text: string): string {
  const legal = text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}")
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
  return replaceControls(legal, (code) => `&#${code};`);
}
