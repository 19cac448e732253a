/** Verdicts → Markdown on stdout. */
import type { Finding } from "../../src/index.ts";
import type { SortedRefusals } from "./sort-refusals.ts";

/** What lint and the server say of a file. */
export interface Verdict extends SortedRefusals {
  path: string;
  /** Those of lint. */
  errors: readonly Finding[];
}

/** The share of refused files that lint may pass. */
const MISSED = 0.02;

/**
 * Prints a row for each folder, both verdicts, and what differs.
 *
 * @returns whether lint misses at most 2 % of what the server refuses for its content, and accuses no other file of
 * more than removed versions
 */
export function printTables(verdicts: readonly Verdict[], templates: number): boolean {
  const judged = verdicts.filter((verdict) => isJudged(verdict));
  const folders = [...new Set(judged.map(({ path }) => folderOf(path)))];
  const rows = folders.map((name) =>
    countRow(
      name,
      judged.filter(({ path }) => folderOf(path) === name),
    ),
  );
  const total = countRow("**all**", judged);
  printTable(
    ["folder", "accepted", "of them errors", "of them removed", "refused", "of them missed"],
    [...rows, total],
  );
  printTable(
    ["", "server accepts", "server refuses"],
    [
      ["lint finds no error", total[1]! - total[2]! - total[3]!, total[5]!],
      ["lint finds an error", total[2]! + total[3]!, total[4]! - total[5]!],
    ],
  );
  printOthers(verdicts, templates);
  const different = judged.filter((verdict) => isMissed(verdict) || isWrong(verdict));
  for (const verdict of different) printDifference(verdict);
  const share = total[4] === 0 ? 0 : total[5]! / total[4]!;
  console.log(`${(100 * share).toFixed(1)} % missed, of ${100 * MISSED} % allowed; ${total[2]} wrong errors, of none`);
  return share <= MISSED && total[2] === 0;
}

/** A file with a kind or field that the server does not have is judged only if it is refused for something else. */
function isJudged({ lacking, content }: Verdict): boolean {
  return lacking.length === 0 || content.length > 0;
}

function folderOf(path: string): string {
  return path.includes("/") ? path.split("/")[0]! : ".";
}

type Row = [string, ...number[]];

function countRow(name: string, verdicts: readonly Verdict[]): Row {
  const refused = verdicts.filter(({ content }) => content.length > 0);
  return [
    name,
    verdicts.length - refused.length,
    verdicts.filter((verdict) => isWrong(verdict)).length,
    verdicts.filter((verdict) => isRemoved(verdict)).length,
    refused.length,
    refused.filter((verdict) => isMissed(verdict)).length,
  ];
}

function isMissed({ content, errors }: Verdict): boolean {
  return content.length > 0 && errors.length === 0;
}

function isWrong({ content, errors }: Verdict): boolean {
  return content.length === 0 && errors.some(({ code }) => code !== "version-removed");
}

/** The server is older than the removal. */
function isRemoved(verdict: Verdict): boolean {
  return verdict.content.length === 0 && verdict.errors.length > 0 && !isWrong(verdict);
}

function printTable(header: readonly string[], rows: readonly Row[]): void {
  const lines = [header, header.map(() => "---"), ...rows];
  console.log(lines.map((cells) => `| ${cells.join(" | ")} |\n`).join(""));
}

function printOthers(verdicts: readonly Verdict[], templates: number): void {
  const others = verdicts.filter((verdict) => !isJudged(verdict));
  const names = [...new Set(others.flatMap(({ lacking }) => lacking))].toSorted();
  const builtIn = names.filter((name) => !CUSTOM.test(name));
  console.log(
    `Not judged: ${templates} templates, and ${others.length} files with kinds or fields that the server lacks.`,
  );
  console.log(`Of these, lint finds an error in ${others.filter(({ errors }) => errors.length > 0).length}.`);
  console.log(`${names.length - builtIn.length} kinds are custom ones. The others: ${builtIn.join(", ")}\n`);
}

/** The group of a kind has a dot, and is not that of Kubernetes. */
const CUSTOM = /^(?![a-z.]+\.k8s\.io\/)[^/ ]+\.[^/ ]+\/.* /;

function printDifference({ path, errors, content }: Verdict): void {
  const reasons =
    content.length > 0 ? content.map((reason) => `  server: ${reason}\n`).join("") : describeErrors(errors);
  console.log(`${path} is ${content.length > 0 ? "refused, and lint finds no error" : "accepted"}\n${reasons}`);
}

function describeErrors(errors: readonly Finding[]): string {
  return errors.map(({ code, line, message }) => `  lint: ${line ?? ""}: ${code}: ${message}\n`).join("");
}
