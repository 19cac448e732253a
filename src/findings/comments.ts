import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about comments meant for kubeboot. */
export const COMMENT_FINDINGS = {
  "allow-unknown": defineCheck<{ code: string; nearest: string | null }>({
    severity: "note",
    reason: "a comment that allows an unknown code has no effect",
    message: ({ code }) => `the comment allows \`${code}\`, which is not the code of a check`,
    hint: ({ nearest }) =>
      nearest === null ? "use a code that `kubeboot lint --list` prints" : `write \`${nearest}\``,
  }),
};
