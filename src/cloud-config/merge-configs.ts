/** Two cloud-configs and mergers → the config that cloud-init merges them to. */
import { isMapping } from "../yaml/is-mapping.js";
import type { Merger } from "./read-mergers.js";

/** The mergers for a part that names none (cloudinit/handlers/cloud_config.py, DEF_MERGERS). */
export const DEFAULT_MERGERS: readonly Merger[] = [
  { of: "dict", options: ["replace"] },
  { of: "list", options: [] },
  { of: "str", options: [] },
];

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Merges as cloud-init does; of two mergers for the same type the first counts (cloudinit/mergers/).
 *
 * @returns `earlier` itself where merging raises an exception, on which cloud-init drops the later part
 */
export function mergeConfigs(earlier: Mapping, later: Mapping, mergers: readonly Merger[]): Mapping {
  try {
    return merge(earlier, later, mergers) as Mapping;
  } catch (error) {
    if (!(error instanceof NotTextError)) throw error;
    return earlier;
  }
}

/** Python appends only text to text (m_str.py). */
class NotTextError extends Error {}

/** A value without a merger stays unchanged. */
function merge(earlier: unknown, later: unknown, mergers: readonly Merger[]): unknown {
  const merger = mergers.find(({ of }) => of === kindOf(earlier));
  if (!merger) return earlier;
  if (merger.of === "str") return merger.options.includes("append") ? append(earlier as string, later) : later;
  if (merger.of === "list") return mergeLists(earlier as unknown[], later, merger, mergers);
  return isMapping(later) ? mergeMappings(earlier as Mapping, later, merger, mergers) : earlier;
}

function append(earlier: string, later: unknown): string {
  if (typeof later !== "string") throw new NotTextError();
  return earlier + later;
}

/** m_dict.py: keeps keys that only one has; `no_replace` is the default. */
function mergeMappings(earlier: Mapping, later: Mapping, { options }: Merger, mergers: readonly Merger[]): Mapping {
  const merged: Record<string, unknown> = { ...earlier };
  for (const [key, value] of Object.entries(later)) {
    if (!Object.hasOwn(earlier, key)) merged[key] = value;
    else if (value === null && options.includes("allow_delete")) delete merged[key];
    else if (options.includes("replace")) merged[key] = value;
    else if (recurses(value, options, true)) merged[key] = merge(earlier[key], value, mergers);
  }
  return merged;
}

/** m_list.py: `replace` is the default, and means the items at the same index. */
function mergeLists(earlier: unknown[], later: unknown, { options }: Merger, mergers: readonly Merger[]): unknown {
  const method = ["append", "prepend", "replace", "no_replace"].find((each) => options.includes(each)) ?? "replace";
  if (!Array.isArray(later)) return method === "replace" ? later : earlier;
  if (method === "append") return [...earlier, ...(later as unknown[])];
  if (method === "prepend") return [...(later as unknown[]), ...earlier];
  return earlier.map((item, index) => {
    if (index >= later.length || method === "no_replace") return item;
    const other: unknown = later[index];
    return recurses(other, options, options.includes("recurse_dict")) ? merge(item, other, mergers) : other;
  });
}

/** Mappings always recurse inside mappings. */
function recurses(value: unknown, options: readonly string[], mappings: boolean): boolean {
  if (Array.isArray(value)) return options.includes("recurse_array") || options.includes("recurse_list");
  if (typeof value === "string") return options.includes("recurse_str");
  return mappings && isMapping(value);
}

function kindOf(value: unknown): Merger["of"] | null {
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "str";
  return isMapping(value) ? "dict" : null;
}
