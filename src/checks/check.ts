import type { CheckCode } from "../findings/table.js";
import type { Finding, Part } from "../model.js";
import type { Release } from "../releases/releases.js";

/** A check of parts. */
export interface Check {
  /** The codes of its findings. */
  codes: readonly CheckCode[];
  /**
   * Which parts it checks: those of the `input`, whose lines are those of the sources, or those `arranged`, which
   * have been ordered and named, with the part handler added. In a finished blob they are the same.
   */
  target: "input" | "arranged";
  /** Whether each part is checked by itself: what is found in it does not depend on the others. */
  each?: true;
  /** Finds what is wrong on the instances of `release`; for null, on all that still get updates. */
  run: (parts: readonly Part[], release: Release | null) => Finding[];
}
