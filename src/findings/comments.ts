import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about comments meant for kubeboot. */
export const COMMENT_FINDINGS = {
  "allow-unknown": defineCheck<{ code: string; nearest: string | null }>({
    severity: "note",
    reason: "a comment that allows what no check looks for silences nothing",
    message: ({ code, nearest }) =>
      `no check has the code "${code}"${nearest === null ? "" : `; the nearest is "${nearest}"`}`,
    hint: "correct the code after `kubeboot: allow`",
  }),
};
