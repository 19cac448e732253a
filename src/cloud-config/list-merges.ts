/** Part[] → the cloud-configs among them, in the order in which cloud-init merges them. */
import { effectiveType } from "../part/effective-type.js";
import type { Part } from "../model.js";
import { isMapping } from "../yaml/is-mapping.js";
import { isCloudConfig, readConfig, type Config } from "./read-config.js";
import { readMergeHow, readMergers, type Merger } from "./read-mergers.js";

/** One part of the merge. */
export interface Merge {
  part: Part;
  config: Config;
  /** Its mapping; null if unknown before boot: a template, a patch. */
  root: Readonly<Record<string, unknown>> | null;
  /** The value of its merge header, or an empty string. */
  header: string;
  /** Whether its body names a merge type. */
  hasOwn: boolean;
  mergers: readonly Merger[];
  /** Why cloud-init drops the part when it merges. */
  problem: string | null;
}

/** Omits parts that cloud-init can't read. */
export function listMerges(parts: readonly Part[]): Merge[] {
  return parts.filter(isMerged).flatMap((part) => {
    const config = readConfig(part);
    const [root] = config.documents;
    const isTemplate = !isCloudConfig(part);
    if (!isTemplate && (config.documents.length !== 1 || !isMapping(root))) return [];
    return [makeMerge(part, config, isTemplate || !isMapping(root) ? null : root)];
  });
}

function makeMerge(part: Part, config: Config, root: Merge["root"]): Merge {
  const header = readMergeHeader(part);
  const { mergers, problem } = readMergers(root ?? {}, header);
  const noDict = mergers.length > 0 && mergers.every(({ of }) => of !== "dict");
  const hasOwn = root !== null && readMergeHow(root) !== null;
  return { part, config, root, header, hasOwn, mergers, problem: noDict ? NO_DICT : problem };
}

/** Values without a merger stay unchanged: here, everything merged before. */
const NO_DICT = "it has no `dict(…)` to merge mappings";

/** Whether the part goes to the handler that merges (handlers/cloud_config.py). */
function isMerged(part: Part): boolean {
  return /^text\/cloud-config(?:-jsonp)?$/.test(effectiveType(part));
}

/** cloud-init looks these names up in a plain dict, so case matters. */
function readMergeHeader({ headers }: Part): string {
  return headers["Merge-Type"] || headers["X-Merge-Type"] || "";
}
