/** The merged cloud-config → the step in which it comes to be. */
import { describeConflicts, locateOrigin } from "./describe-conflicts.js";
import { MODULES } from "./modules/index.js";
import { count } from "./modules/words.js";
import type { MergedConfig } from "./merged-config.js";
import { draft, originOf, type Draft } from "./steps.js";

/** Has the conflicts of the keys that no module reads, and the places of the keys that no module has a step for. */
export function describeMerge({ parts, uncertain, trace }: MergedConfig, modules: readonly Draft[]): Draft[] {
  if (parts.length === 0) return [];
  const keys = [...(trace?.children ?? [])];
  const read = new Set(Object.values(MODULES).flatMap((row) => row.keys));
  const conflicts = keys
    .filter(([key]) => !read.has(String(key)))
    .flatMap(([key, traced]) => describeConflicts(traced, [key]));
  const taken = new Set(modules.flatMap(({ places }) => places.map((place) => JSON.stringify(place))));
  const origins = keys.flatMap(([, { from, replaced }]) => [...from, ...replaced].map(locateOrigin));
  const places = [
    ...parts.map((part) => originOf(part)),
    ...origins.filter((origin) => !taken.has(JSON.stringify(origin))),
  ];
  const action = parts.length === 1 ? "reads the cloud-config" : `merges ${count(parts.length, "cloud-config")}`;
  const text = uncertain === null ? action : `${action}; ${uncertain}`;
  const given = { stage: "network", kind: "merge", name: "cloud-config", text, places, conflicts, parts } as const;
  return [draft({ ...given, frequency: "always" })];
}
