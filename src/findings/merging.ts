import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about how cloud-init merges several cloud-configs. */
export const MERGING_FINDINGS = {
  "config-replaced": defineCheck<{ key: string; where: string }>({
    severity: "warning",
    reason: "by default, the later of two cloud-configs replaces the keys that both have",
    message: ({ key, where }) => `\`${key}\` replaces the value in ${where}, which is lost`,
    hint: "bundle with `--merge-type 'list(append)+dict(recurse_list)+str()'`, or write both into one file",
  }),
  "config-ignored": defineCheck<{ key: string; where: string }>({
    severity: "warning",
    reason: "a merge type that does not replace keeps the earlier of two values that it can't merge",
    message: ({ key, where }) => `\`${key}\` has no effect: its merge type keeps the value in ${where}`,
    hint: ({ key }) => `set \`${key}\` in one part only, or join lists with \`list(append)+dict(recurse_list)\``,
  }),
  "merge-type-broken": defineCheck<{ problem: string }>({
    severity: "error",
    reason: "cloud-init drops a cloud-config whose merge type it can't use",
    message: ({ problem }) => `the merge type is invalid: ${problem}`,
    hint: "write it on one line, such as `list(append)+dict(recurse_list)+str()`",
  }),
  "merge-failed": defineCheck({
    severity: "error",
    reason: "cloud-init drops a cloud-config whose merge type appends a list or a mapping to text",
    message: () => "cloud-init drops this part: its merge type appends a list or a mapping to text",
    hint: "write both values as text, or both as lists, or leave `append` out of `str(append)`",
  }),
  "merge-option-unknown": defineCheck<{ of: string; option: string; nearest: string | null; known: readonly string[] }>(
    {
      severity: "warning",
      reason: "cloud-init ignores the options of a merge type that the merger does not have",
      message: ({ of, option }) => `\`${of}\` has no option \`${option}\`: cloud-init ignores it`,
      hint: ({ nearest, known }) => (nearest === null ? `write one of ${known.join(", ")}` : `write \`${nearest}\``),
    },
  ),
  "merge-type-first": defineCheck({
    severity: "warning",
    reason: "a merge type says how a cloud-config is merged into those before it: the first has none before it",
    message: () => "the merge type has no effect on the first cloud-config, and the later ones have none",
    hint: "set it on the second and later cloud-configs, as `--merge-type` does",
  }),
  "merge-header-unread": defineCheck<{ name: string; type: string }>({
    severity: "warning",
    reason: "cloud-init reads X-Merge-Type and Merge-Type, in this case, and on cloud-config alone",
    message: ({ name, type }) =>
      type === "text/cloud-config"
        ? `cloud-init does not read the header ${name}: in its name the case counts`
        : `the header ${name} has no effect on a part of type ${type}`,
    hint: "put X-Merge-Type on the second and later cloud-configs",
  }),
};
