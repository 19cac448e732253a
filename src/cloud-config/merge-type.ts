/** A merge type from a caller → its problem. */
import { MERGER_OPTIONS } from "./merger-options.js";

/**
 * Describes the problem of a merge type such as `list(append)+dict(no_replace,recurse_list)+str()`, or returns null.
 * cloud-init drops a part whose merge type it can't parse, or that does not merge mappings, and ignores unknown
 * options (cloudinit/mergers/__init__.py, string_extract_mergers).
 */
export function findMergeTypeProblem(spec: string): string | null {
  for (const merger of spec.split("+")) {
    // Only blanks and ASCII: the text goes into a header unchanged.
    const [, name = "", options = ""] = /^ *([a-z]+)\(([\w, -]*)\) *$/i.exec(merger) ?? [];
    const known = new Map(Object.entries(MERGER_OPTIONS)).get(name.toLowerCase());
    if (!known) return `\`${merger.trim()}\` is not \`dict(…)\`, \`list(…)\` or \`str(…)\``;
    const given = options.split(",").map((option) => option.trim().toLowerCase().replaceAll("-", "_"));
    const unknown = given.find((option) => option !== "" && !known.includes(option));
    if (unknown) return `\`${name}\` has no option \`${unknown}\`; it has ${known.join(", ")}`;
  }
  return /\bdict\(/i.test(spec) ? null : "it has no `dict(…)`, without which cloud-init drops the part";
}
