/** The findings of lint → a code quality report that GitLab shows in merge requests. */
import { createHash } from "node:crypto";
import { relative, resolve, sep } from "node:path";
import { isUnread } from "../findings/table.js";
import type { Finding, Severity } from "../model.js";
import type { CodeQualityIssue } from "../reports.js";
import { describeFinding, describeLocation, renderJson } from "./render.js";

const SEVERITIES = { error: "major", warning: "minor", note: "info" } satisfies Record<
  Severity,
  CodeQualityIssue["severity"]
>;

/**
 * One array with an object for each finding (GitLab's documentation, "Code Quality report format"). Paths are relative
 * to `cwd`. GitLab requires a path and a line: they are `.` and 1 where a finding has none. What could not be read is
 * worse than an error: it may hide more.
 */
export function renderLintGitlab(findings: readonly Finding[], cwd = process.cwd()): string {
  const seen = new Map<string, number>();
  return renderJson(
    findings.map((found): CodeQualityIssue => {
      const { code, severity, part, line } = found;
      const description =
        part === null ? describeFinding(found) : `${describeLocation(found)}: ${describeFinding(found)}`;
      const path = toReportPath(found.path, cwd);
      const key = JSON.stringify([code, path, description]);
      const count = seen.get(key) ?? 0;
      seen.set(key, count + 1);
      return {
        description,
        check_name: code,
        // Without the line: GitLab would take a finding that only moved for a new one.
        fingerprint: createHash("sha256").update(`${key}${count}`).digest("hex"),
        severity: isUnread(code) ? "blocker" : SEVERITIES[severity],
        // Lines of a part are not lines of the blob.
        location: { path, lines: { begin: part === null ? (line ?? 1) : 1 } },
      };
    }),
  );
}

function toReportPath(path: string | null, cwd: string): string {
  if (path === null) return ".";
  if (/^https?:/i.test(path)) return path;
  return (relative(cwd, resolve(cwd, path)) || ".").split(sep).join("/");
}
