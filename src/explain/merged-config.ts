/** Part[] → the cloud-config that the modules get, and where each of its values comes from. */
import { listMerges, type Merge } from "../cloud-config/list-merges.js";
import { DEFAULT_MERGERS, mergeConfigs } from "../cloud-config/merge-configs.js";
import { withoutMergeHow } from "../cloud-config/read-mergers.js";
import { toPlain } from "../cloud-config/to-plain.js";
import { readWritten } from "../cloud-config/written-scalar.js";
import type { Part } from "../model.js";
import { effectiveType, isTemplate } from "../part/effective-type.js";
import { traceMerge, traceValue, type TracedValue } from "./trace-merge.js";

type Root = Readonly<Record<string, unknown>>;

/** What cloud-init stores as the merged cloud-config. */
export interface MergedConfig {
  /** The parts that it is made of, in the order in which they are merged. */
  parts: Part[];
  /** The parts that cloud-init drops while it merges, and why. */
  dropped: ReadonlyMap<Part, string>;
  /** Its values, as the modules get them. */
  root: Root;
  /** Its values with numbers and the like as they are written; `null` where that can't be kept. */
  written: Root | null;
  /** The origins of its values; `null` without any part. */
  trace: TracedValue | null;
  /** Why it may be another one on the instance; `null` if it is certain. */
  uncertain: string | null;
}

/**
 * Merges as the instance does.
 *
 * @param parts all of them, as the instance gets them, with templates filled in
 */
export function mergeConfig(parts: readonly Part[]): MergedConfig {
  const dropped = new Map<Part, string>();
  const together: Part[] = [];
  const merges = listMerges(parts);
  const known = merges.filter(({ root, problem }) => root !== null && problem === null);
  const written = known.map(({ config }) => readWritten(config));
  const isKept = written.every((each) => each !== null);
  const values = new Map(known.map((merge, index) => [merge, (isKept ? written[index] : merge.root) as Root]));
  let merged: Root = {};
  let trace: TracedValue | null = null;
  for (const merge of merges) {
    const value = values.get(merge);
    const next = value === undefined ? null : addValue(merged, value, merge);
    if (next !== null) {
      trace = addTrace(trace, value!, merge, next);
      merged = next;
    }
    if (next !== null || isPatch(merge.part)) together.push(merge.part);
    else dropped.set(merge.part, merge.problem ?? (value === undefined ? NOT_FILLED_IN : NOT_TEXT));
  }
  const uncertain = findUncertain(parts);
  return { parts: together, dropped, root: toPlain(merged) as Root, written: isKept ? merged : null, trace, uncertain };
}

const NOT_FILLED_IN = "the template can't be filled in";

const NOT_TEXT = "its merge type adds text to something else";

/** Null if cloud-init drops the part. */
function addValue(merged: Root, value: Root, { mergers }: Merge): Root | null {
  const next = mergeConfigs(merged, withoutMergeHow(value), mergers.length > 0 ? mergers : DEFAULT_MERGERS);
  return next === merged ? null : next;
}

function addTrace(trace: TracedValue | null, value: Root, merge: Merge, merged: Root): TracedValue {
  const own = traceValue(withoutMergeHow(value), merge);
  return trace === null ? own : traceMerge(trace, own, merged);
}

function isPatch(part: Part): boolean {
  return effectiveType(part) === "text/cloud-config-jsonp";
}

/** What only the instance reads. */
function findUncertain(parts: readonly Part[]): string | null {
  const find = (type: RegExp): Part | undefined => parts.find((part) => type.test(effectiveType(part)));
  const include = find(/^text\/x-include(?:-once)?-url$/);
  if (include) return `what \`${include.filename}\` includes is not known`;
  const patch = parts.find(isPatch);
  if (patch) return `the JSON patch \`${patch.filename}\` is not applied here`;
  const template = parts.find((part) => isTemplate(part) && effectiveType(part) === "text/cloud-config");
  return template ? `the template \`${template.filename}\` can't be filled in` : null;
}

/** The origins of the value at a path; null if there is none. */
export function findTraced(trace: TracedValue | null, path: readonly (string | number)[]): TracedValue | null {
  return path.reduce<TracedValue | null>((at, key) => at?.children.get(key) ?? null, trace);
}
