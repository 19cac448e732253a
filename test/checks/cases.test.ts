/**
 * One folder a case, in cases/CODE/CASE/: the sources, and in EXPECTED a line for each finding. The sources
 * are all other files by name, unless ARGS lists them, one a line. RELEASE has the option `release`. A file called
 * blob is read back.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeLocation } from "../../src/cli/render.ts";
import { loadChecks, PLAIN_CHECKS, runChecks } from "../../src/checks/index.ts";
import { RENDER_CODES } from "../../src/checks/render-parts.ts";
import { listCheckCodes } from "../../src/findings/table.ts";
import { lintSources, readBundle, type Finding, type LintOptions } from "../../src/index.ts";
import { findWordProblems } from "../support/find-word-problems.ts";
import { makePart } from "../support/make-part.ts";

const CASES = join(import.meta.dirname, "cases");

describe.each(listFolders(CASES))("%s", (directory) => {
  const cases = listFolders(join(CASES, directory));

  test.each(cases)("%s", async (name) => {
    const folder = join(CASES, directory, name);
    const findings = await findIn(folder);
    const lines = findings.map((found) => `${describeLocation(found)}: ${found.severity}: ${found.code}\n`);
    expect(lines.join("").replaceAll(`${folder}/`, "")).toBe(readFileSync(join(folder, "EXPECTED"), "utf8"));
    const named = findings.map(({ code, message, hint }) => ({
      code,
      message: message.replaceAll(`${folder}/`, ""),
      hint,
    }));
    expect(named.flatMap(findWordProblems)).toEqual([]);
  });

  test("fires in one case, and not in a similar one", () => {
    const fires = cases.map((name) =>
      readFileSync(join(CASES, directory, name, "EXPECTED"), "utf8").includes(`: ${directory}\n`),
    );
    expect(new Set(fires)).toEqual(new Set([true, false]));
  });
});

test("every check has cases", () => {
  expect(listFolders(CASES)).toEqual(listCheckCodes().toSorted());
});

test("every code of the table is that of one check", async () => {
  const checks = await loadChecks(
    ["text/cloud-config", "text/x-kube-pod", "text/x-shellscript"].map((type) =>
      makePart({ type, content: "timezone: UTC" }),
    ),
  );
  expect([...RENDER_CODES, ...[...PLAIN_CHECKS, ...checks].flatMap(({ codes }) => codes)].toSorted()).toEqual(
    listCheckCodes().toSorted(),
  );
});

async function findIn(folder: string): Promise<readonly Finding[]> {
  const blob = join(folder, "blob");
  if (!existsSync(blob)) return (await lintSources(listSources(folder), readOptions(folder))).findings;
  const { parts, findings } = await readBundle(blob);
  return [...findings, ...(await runChecks({ input: parts, arranged: parts }))];
}

function readOptions(folder: string): LintOptions {
  const release = join(folder, "RELEASE");
  return existsSync(release) ? { release: readFileSync(release, "utf8").trim() } : {};
}

function listSources(folder: string): string[] {
  const list = join(folder, "ARGS");
  const names = existsSync(list)
    ? readFileSync(list, "utf8").trim().split("\n")
    : readdirSync(folder).filter((name) => !["EXPECTED", "RELEASE"].includes(name));
  return names.map((name) => (name.includes("//") ? name : join(folder, name)));
}

function listFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
