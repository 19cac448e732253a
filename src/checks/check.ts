import type { CheckCode } from "../findings/table.js";
import type { Finding, Part } from "../model.js";

/** One thing that can be wrong with parts. */
export interface Check {
  /** The codes of its findings. */
  codes: readonly CheckCode[];
  /**
   * Which parts it looks at: those of the `input`, whose lines are those of the sources, or those `arranged`, which
   * have been put in order, named and joined by the part handler. In a finished blob they are the same.
   */
  target: "input" | "arranged";
  run: (parts: readonly Part[]) => Finding[];
}
