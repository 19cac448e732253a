/** Part[] → the cloud-config that cloud-init merges them to, and the origin of its values. */
import type { Part } from "../model.js";
import { listMerges } from "./list-merges.js";
import { DEFAULT_MERGERS, mergeConfigs } from "./merge-configs.js";
import type { Config } from "./read-config.js";
import { withoutMergeHow } from "./read-mergers.js";

/** The config that the modules get. */
export interface MergedConfig {
  root: Readonly<Record<string, unknown>>;
  /**
   * The part that contains the item of a list at the root, and its index there; null for an item created by merging.
   */
  findItem: (key: string, item: unknown) => { part: Part; config: Config; index: number } | null;
}

/** Merges all parts; null if the result is unknown before boot, as with a template. */
export function mergeParts(parts: readonly Part[]): MergedConfig | null {
  const merges = listMerges(parts).filter(({ problem }) => problem === null);
  const roots = merges.map(({ root }) => root).filter((root) => root !== null);
  if (roots.length < merges.length) return null;
  const root = merges.reduce<MergedConfig["root"]>((merged, { root: next, mergers }) => {
    return mergeConfigs(merged, withoutMergeHow(next ?? {}), mergers.length > 0 ? mergers : DEFAULT_MERGERS);
  }, {});
  return {
    root,
    findItem: (key, item) => {
      for (const { part, config, root: own } of merges) {
        const list = own?.[key];
        const index = Array.isArray(list) ? list.indexOf(item) : -1;
        if (index !== -1) return { part, config, index };
      }
      return null;
    },
  };
}
