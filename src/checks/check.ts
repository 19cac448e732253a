import type { CheckCode } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";

/** One thing that can be wrong with parts. */
export interface Check {
  /** The codes of its findings. */
  codes: readonly CheckCode[];
  /**
   * Which parts it looks at: those `listed`, whose lines are those of the sources, or those `delivered`, which
   * have been put in order, named and joined by the part handler. In a finished blob they are the same.
   */
  of: "listed" | "delivered";
  /** Whether the message itself breaks without it: such a check is never skipped. */
  essential?: true;
  run: (parts: readonly Part[]) => Finding[];
}
