/** The findings of lint → SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"). */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { describeCode, type FindingCode } from "../findings/table.js";
import type { Finding, Location } from "../model.js";
import { describeFinding, describeLocation, renderJson } from "./render.js";

/** One run: a rule for each code that was found, a result for each finding. SARIF has the same severities. */
export function renderLintSarif(findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const driver = { name: "kubeboot", version: KUBEBOOT_VERSION, rules: codes.map(describeRule) };
  const results = findings.map((found) => describeResult(found, codes.indexOf(found.code)));
  return renderJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  });
}

function describeRule(id: string) {
  const { severity, reason, hint } = describeCode(id as FindingCode);
  return {
    id,
    ...(reason !== null && { shortDescription: { text: reason } }),
    ...(hint !== null && { help: { text: hint } }),
    defaultConfiguration: { level: severity },
  };
}

function describeResult(found: Finding, ruleIndex: number) {
  const { code, severity, path, part } = found;
  const text = part === null ? describeFinding(found) : `${describeLocation(found)}: ${describeFinding(found)}`;
  const locations = path === null ? [] : [locateResult(found, path)];
  return { ruleId: code, ruleIndex, level: severity, message: { text }, locations };
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
  if (/^https?:/i.test(path)) return new URL(path).href;
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
