/** Part[] → Part[] whose cloud-configs are one part: what cloud-init would have made of them. */
import { findConflicts } from "../cloud-config/find-conflicts.js";
import { listMerges, type Merge } from "../cloud-config/list-merges.js";
import { DEFAULT_MERGERS, mergeConfigs } from "../cloud-config/merge-configs.js";
import { readConfig } from "../cloud-config/read-config.js";
import { readMergeType, withoutMergeHow } from "../cloud-config/read-mergers.js";
import { writeConfig } from "../cloud-config/write-config.js";
import { readWritten } from "../cloud-config/written-scalar.js";
import { finding, locationOf } from "../findings/finding.js";
import type { ArrangedParts, Finding, Part } from "../model.js";
import { effectiveType, isTemplate } from "../part/effective-type.js";
import { addMergeType } from "./add-merge-type.js";

/** The name of the part that the others become. */
const FILENAME = "cloud-config.yaml";

/** Joins lists and merges mappings. */
const { mergers: JOIN } = readMergeType("list(append)+dict(recurse_list)+str()");

/**
 * Merges the cloud-configs up to the first part that only the instance can read, such as a template: what comes behind
 * it stays as it is, because cloud-init merges in the order of the parts.
 *
 * @param spec the merge type of the second and later ones. With `true`, lists are joined, mappings are merged, and two
 * different values of one key are an error.
 */
export function mergeCloudConfigs(parts: readonly Part[], spec: string | true): ArrangedParts {
  const typed = spec === true ? [...parts] : addMergeType(parts, spec).parts;
  const { together, findings } = selectParts(typed);
  if (together.length < 2) return { parts: typed, findings: [...findings, finding("merge-unused", {})] };
  const merged = mergeAll(together, spec === true);
  const [first, ...others] = together.map(({ part }) => part);
  const whole = {
    ...first!,
    filename: FILENAME,
    content: Buffer.from(writeConfig(merged.root)),
    path: null,
    headers: {},
  };
  return {
    parts: typed.filter((part) => !others.includes(part)).map((part) => (part === first ? whole : part)),
    findings: [
      ...findings,
      ...merged.findings,
      finding("configs-merged", {}, { count: together.length, filename: FILENAME }),
    ],
  };
}

type Root = Readonly<Record<string, unknown>>;

/** A cloud-config to merge, with its scalars as they are written. */
interface Readable extends Merge {
  written: Root;
}

/** The parts to merge, and why the others are not. */
function selectParts(parts: readonly Part[]): { together: Readable[]; findings: Finding[] } {
  const merges = new Map(listMerges(parts).map((merge) => [merge.part, merge]));
  const together: Readable[] = [];
  const findings: Finding[] = [];
  let barrier: Part | null = null;
  for (const part of parts) {
    const merge = merges.get(part);
    const written = barrier === null && merge?.problem === null ? readRoot(merge) : null;
    if (merge && written) together.push({ ...merge, written });
    else {
      const reason = describeReason(part, merge, barrier);
      if (reason !== null) findings.push(finding("config-unmerged", { path: part.path }, { reason }));
      barrier ??= reason === null ? null : part;
    }
  }
  return { together, findings };
}

function readRoot({ root, config }: Merge): Root | null {
  const written = root && readWritten(config);
  return written && withoutMergeHow(written);
}

/** What only the instance reads (cloud-init, user_data.py and handlers/). */
const REASONS: Readonly<Record<string, string>> = {
  "text/cloud-config-archive": "it is an archive",
  "text/cloud-config-jsonp": "it changes what was merged before it",
  "text/x-include-url": "the instance reads what it includes",
  "text/x-include-once-url": "the instance reads what it includes",
};

/** Null for a part that has nothing to do with cloud-config. */
function describeReason(part: Part, merge: Merge | undefined, barrier: Part | null): string | null {
  const type = effectiveType(part);
  if (type !== "text/cloud-config") return REASONS[type] ?? null;
  if (barrier !== null) return `it comes behind \`${barrier.filename}\``;
  if (isTemplate(part)) return "the instance fills the template in";
  if (!merge) return isNothing(part) ? null : "it is not one mapping";
  return merge.problem === null ? "merging would change some of its keys or values" : "its merge type is invalid";
}

function isNothing(part: Part): boolean {
  const { documents, problem } = readConfig(part);
  return problem === null && documents.every((document) => document === null);
}

/** @param mayConflict whether two values of one key are an error, where the part has no merge type of its own */
function mergeAll([first, ...others]: readonly Readable[], mayConflict: boolean): { root: Root; findings: Finding[] } {
  const findings: Finding[] = [];
  const before = [first!];
  let root = first!.written;
  for (const each of others) {
    const { mergers, written } = each;
    const isJoined = mayConflict && mergers.length === 0;
    if (isJoined) for (const one of describeConflicts(each, root, before)) findings.push(one);
    const merged = mergeConfigs(root, written, mergers.length > 0 ? mergers : isJoined ? JOIN : DEFAULT_MERGERS);
    if (merged === root) findings.push(finding("merge-failed", locationOf(each.part)));
    root = merged;
    before.push(each);
  }
  return { root, findings };
}

/** Values may be secrets, so none is shown. */
function describeConflicts({ part, config, written }: Readable, root: Root, before: readonly Readable[]): Finding[] {
  return findConflicts(root, written).map((path) => {
    const key = path.join(".");
    const earlier = before.findLast((other) =>
      findConflicts(other.written, written).some((at) => at.join(".") === key),
    );
    const where = earlier
      ? `line ${locationOf(earlier.part, earlier.config.locate(path)).line} of \`${earlier.part.filename}\``
      : "what is merged before it";
    return finding("merge-conflict", locationOf(part, config.locate(path)), { key, where });
  });
}
