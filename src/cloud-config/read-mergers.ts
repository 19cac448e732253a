import { textOf } from "../text/text-of.js";

/** A merge type, from a header or from the body of a cloud-config → the mergers that cloud-init parses from it. */

/** A merger and its options. */
export interface Merger {
  /** The type that it merges. */
  of: "dict" | "list" | "str";
  options: readonly string[];
}

/** The mergers in order, or why cloud-init can't parse them and drops the part. */
export type Mergers = { mergers: Merger[]; problem: null } | { mergers: []; problem: string };

/** Combines both, the body's first (handlers/cloud_config.py, _extract_mergers). */
export function readMergers(config: Config, header: string): Mergers {
  const own = readMergeHow(config) ?? NONE;
  const other = readMergeType(header);
  if (own.problem !== null) return own;
  return other.problem === null ? { mergers: [...own.mergers, ...other.mergers], problem: null } : other;
}

/** The config to merge, without the key that was read. */
export function withoutMergeHow(config: Config): Config {
  const read = (config["merge_how"] ?? null) === null ? ["merge_how", "merge_type"] : ["merge_how"];
  return Object.fromEntries(Object.entries(config).filter(([key]) => !read.includes(key)));
}

const NONE: Mergers = { mergers: [], problem: null };

type Config = Readonly<Record<string, unknown>>;

/**
 * Reads a header's value or the text of `merge_how` (cloudinit/mergers/__init__.py, string_extract_mergers). An empty
 * text has no merger.
 */
export function readMergeType(text: string): Mergers {
  return collect(splitTrimmed(text.toLowerCase().replaceAll("-", "_"), "+").map(readSpec));
}

function readSpec(spec: string): Merger | string {
  const [, name, options = ""] = /^([a-z_]\w*)\((.*?)\)$/.exec(spec) ?? [];
  return name === undefined ? describeUnknown(spec) : makeMerger(name, splitTrimmed(options, ","));
}

/** Drops blank pieces. */
function splitTrimmed(text: string, separator: string): string[] {
  const pieces = text.split(separator).map((piece) => piece.trim());
  return pieces.filter((piece) => piece !== "");
}

/**
 * Reads `merge_how`, or else `merge_type`, of a cloud-config: text, or a list of mappings with `name` and `settings`
 * or of lists that begin with the name (dict_extract_mergers). Null if there is neither.
 */
export function readMergeHow(config: Config): Mergers | null {
  const raw = config["merge_how"] ?? config["merge_type"] ?? null;
  if (raw === null) return null;
  if (typeof raw === "string") return readMergeType(raw);
  if (!Array.isArray(raw)) return { mergers: [], problem: "it is neither text nor a list" };
  return collect(raw.map(readListed).filter((merger) => merger !== null));
}

function readListed(item: unknown): Merger | string | null {
  if (Array.isArray(item)) {
    const [name, ...options] = item.map(textOf);
    if (name === "") return null;
    return name === undefined ? "a merger is an empty list" : makeMerger(name, options);
  }
  if (typeof item !== "object" || item === null) return describeUnknown(textOf(item));
  const { name, settings } = item as Record<string, unknown>;
  if (typeof name !== "string" || settings === undefined) return "a merger lacks its name or its settings";
  return makeMerger(name.replaceAll("-", "_").trim(), [settings].flat().map(textOf));
}

function makeMerger(name: string, options: string[]): Merger | string {
  const of = name.replace(/^m_/, "");
  return of === "dict" || of === "list" || of === "str" ? { of, options } : describeUnknown(name);
}

function describeUnknown(spec: string): string {
  return `\`${spec}\` is not \`dict(…)\`, \`list(…)\` or \`str(…)\``;
}

function collect(found: readonly (Merger | string)[]): Mergers {
  const problem = found.find((each) => typeof each === "string");
  if (problem !== undefined) return { mergers: [], problem };
  return { mergers: found.filter((each) => typeof each !== "string"), problem: null };
}
