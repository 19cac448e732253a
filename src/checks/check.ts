import type { Finding, Part } from "../model.js";

/** One thing that can be wrong with parts. */
export interface Check {
  /** Whether the message itself breaks without it: such a check is never skipped. */
  essential: boolean;
  run: (parts: readonly Part[]) => Finding[];
}
