/** A merge type as a caller gives it → what is wrong with it. */
import { MERGER_OPTIONS } from "./merger-options.js";

/**
 * What is wrong with a merge type such as `list(append)+dict(no_replace,recurse_list)+str()`, in words,
 * or null. cloud-init drops a part whose merge type it can't parse, or that merges no mappings, and ignores
 * options it doesn't know (cloudinit/mergers/__init__.py, string_extract_mergers).
 */
export function findMergeTypeProblem(spec: string): string | null {
  for (const merger of spec.split("+")) {
    // Blanks and ASCII alone: the text goes into a header as it is.
    const [, name = "", options = ""] = /^ *([a-z]+)\(([\w, -]*)\) *$/i.exec(merger) ?? [];
    const known = new Map(Object.entries(MERGER_OPTIONS)).get(name.toLowerCase());
    if (!known) return `"${merger.trim()}" is not one of dict(…), list(…), str(…)`;
    const given = options.split(",").map((option) => option.trim().toLowerCase().replaceAll("-", "_"));
    const unknown = given.find((option) => option !== "" && !known.includes(option));
    if (unknown) return `${name} has no option "${unknown}"; it has ${known.join(", ")}`;
  }
  return /\bdict\(/i.test(spec) ? null : "it has no dict(…), without which cloud-init drops the part";
}
