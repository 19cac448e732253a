/** ReadPart[] → ReadPart[] without the part handler that bundling them adds again. */
import { finding, locationOf } from "../findings/finding.js";
import type { ArrangedParts, Finding, Part, ReadPart } from "../model.js";

/** Parts that were read, and what bundling them again would change about the part handler. */
export interface SettledParts {
  parts: readonly ReadPart[];
  findings: Finding[];
}

/** Decides whether to omit the part handler. */
export interface OmitOptions {
  /** Keeps it. */
  keep: boolean;
  /** What bundling adds to the parts without any options. */
  addPartHandler: (parts: readonly Part[]) => ArrangedParts;
}

/** Omits it if bundling adds exactly the same one. */
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
