/** The findings of lint → SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"). */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { describeCode, isUnread, type FindingCode } from "../findings/table.js";
import type { Finding, Location } from "../model.js";
import type { LintRun } from "./run-lint.js";
import { describeFinding, describeLocation, renderJson } from "./render.js";

/**
 * One run: a rule for each code that was found, a result for each finding. SARIF has the same severities. What could
 * not be read is no result, but a notification of a run without success (section 3.20): GitHub keeps its alerts then.
 */
export function renderLintSarif(findings: readonly Finding[], { complete, exitCode }: LintRun): string {
  const found = findings.filter(({ code }) => !isUnread(code));
  const unread = findings.filter(({ code }) => isUnread(code));
  const [rules, notifications] = [listCodes(found), listCodes(unread)];
  const driver = {
    name: "kubeboot",
    version: KUBEBOOT_VERSION,
    rules: rules.map(describeRule),
    ...(unread.length > 0 && { notifications: notifications.map(describeRule) }),
  };
  const invocation = {
    executionSuccessful: complete,
    exitCode,
    ...(unread.length > 0 && { toolExecutionNotifications: unread.map((one) => describeUnread(one, notifications)) }),
  };
  const results = found.map((one) => describeResult(one, rules));
  return renderJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, invocations: [invocation], columnKind: "utf16CodeUnits", results }],
  });
}

function listCodes(findings: readonly Finding[]): FindingCode[] {
  return [...new Set(findings.map(({ code }) => code))];
}

function describeRule(id: FindingCode) {
  const { severity, reason, hint } = describeCode(id);
  return {
    id,
    ...(reason !== null && { shortDescription: { text: reason } }),
    ...(hint !== null && { help: { text: hint } }),
    defaultConfiguration: { level: severity },
  };
}

function describeUnread(found: Finding, codes: readonly FindingCode[]) {
  const descriptor = { id: found.code, index: codes.indexOf(found.code) };
  return { descriptor, ...describeNotice(found) };
}

function describeResult(found: Finding, codes: readonly FindingCode[]) {
  return { ruleId: found.code, ruleIndex: codes.indexOf(found.code), ...describeNotice(found) };
}

/** What results and notifications share. */
function describeNotice(found: Finding) {
  const { severity, path, part } = found;
  const text = part === null ? describeFinding(found) : `${describeLocation(found)}: ${describeFinding(found)}`;
  const locations = path === null ? [] : [locateResult(found, path)];
  return { level: severity, message: { text }, locations };
}

/** Lines of a part are not lines of the blob, so the part is a location in it without them. */
function locateResult({ part, line, column }: Location, path: string) {
  const artifactLocation = { uri: toUri(path) };
  if (part !== null) {
    const fullyQualifiedName = describeLocation({ path, part, line: null, column: null });
    return {
      physicalLocation: { artifactLocation },
      logicalLocations: [{ name: `part ${part}`, fullyQualifiedName, kind: "resource" }],
    };
  }
  const region = { startLine: line, ...(column !== null && { startColumn: column }) };
  return { physicalLocation: { artifactLocation, ...(line !== null && { region }) } };
}

/** The path unchanged, even if relative, with characters that a URI can't contain encoded. */
function toUri(path: string): string {
  if (/^https?:/i.test(path) && URL.canParse(path)) return new URL(path).href;
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
