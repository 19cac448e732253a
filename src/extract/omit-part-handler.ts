/** ReadPart[] → ReadPart[] without the part handler that bundling them adds again. */
import { finding, locationOf } from "../findings/finding.js";
import type { ArrangedParts, Finding, Part, ReadPart } from "../model.js";

/** Parts that were read, and what bundling them again would do about the part handler. */
export interface SettledParts {
  parts: readonly ReadPart[];
  findings: Finding[];
}

/** What decides whether it is left out. */
export interface OmitOptions {
  /** Leaves it in. */
  keep: boolean;
  /** What bundling the parts without any options adds. */
  addPartHandler: (parts: readonly Part[]) => ArrangedParts;
}

/** Leaves it out where bundling adds the very same. */
export function omitPartHandler(parts: readonly ReadPart[], { keep, addPartHandler }: OmitOptions): SettledParts {
  const findAdded = (listed: readonly Part[]): Part | null => {
    const [first] = addPartHandler(listed).parts;
    return first && first !== listed[0] ? first : null;
  };
  const [first, ...rest] = parts;
  const again = findAdded(rest);
  if (first && again && !keep && isSame(first, again)) {
    return { parts: rest, findings: [finding("handler-left-out", locationOf(first))] };
  }
  const isAbsent = findAdded(parts) !== null;
  return { parts, findings: isAbsent ? [finding("handler-absent", { path: first?.path ?? null })] : [] };
}

function isSame(one: Part, other: Part): boolean {
  return one.type === other.type && one.filename === other.filename && Buffer.compare(one.content, other.content) === 0;
}
