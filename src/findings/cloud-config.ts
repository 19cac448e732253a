import { defineCheck } from "./define-finding.js";
import { describeNewer, type NamedRelease } from "./releases.js";

/** The part of THE table of findings that is about what cloud-config says. */
export const CLOUD_CONFIG_FINDINGS = {
  "config-syntax": defineCheck<{ reason: string; fix: string }>({
    severity: "error",
    reason: "cloud-init drops cloud-config that is not YAML, and boots on without any of it",
    message: ({ reason }) => `invalid YAML, so cloud-init drops all of it: ${reason}`,
    hint: ({ fix }) => fix,
  }),
  "config-root": defineCheck<{ found: string }>({
    severity: "error",
    reason: "cloud-init drops cloud-config that is not a mapping",
    message: ({ found }) => `cloud-config must be a mapping, not ${found}: cloud-init drops the whole part`,
    hint: "write top-level keys such as `packages:`; a list of parts begins with `#cloud-config-archive`",
  }),
  "config-documents": defineCheck<{ count: number }>({
    severity: "error",
    reason: "cloud-init drops cloud-config that has more than one YAML document",
    message: ({ count }) => `${count} YAML documents in one cloud-config: cloud-init drops the whole part`,
    hint: "put each document in a file of its own, or delete the `---` lines",
  }),
  "config-key-repeated": defineCheck<{ key: string; line: number }>({
    severity: "warning",
    reason: "of two equal keys in a mapping, cloud-init uses the last and ignores the first",
    message: ({ key, line }) => `the key \`${key}\` is repeated: its value in line ${line} is lost`,
    hint: ({ key }) => `merge the two values under one \`${key}\`, or delete one`,
  }),
  "config-key-unknown": defineCheck<{ key: string; fix: string }>({
    severity: "warning",
    reason: "cloud-init ignores keys that it does not know",
    message: ({ key }) => `cloud-init does not know the key \`${key}\` here, and ignores it`,
    hint: ({ fix }) => fix,
  }),
  "config-key-deprecated": defineCheck<{ key: string; since: string; by: string }>({
    severity: "warning",
    reason: "cloud-init logs a warning about a deprecated key, and a later release may remove it",
    message: ({ key, since }) => `\`${key}\` is deprecated since cloud-init ${since}`,
    hint: ({ key, by }) => `replace \`${key}\` with \`${by}\``,
  }),
  "config-key-removed": defineCheck<{ key: string; since: string; named: NamedRelease | null }>({
    severity: "warning",
    reason: "current releases of cloud-init ignore keys that were removed",
    message: ({ key, since, named }) => `cloud-init ${since} removed \`${key}\`: ${describeNewer(named)} it`,
    hint: ({ key }) => `delete \`${key}\`, or do the same with another module`,
  }),
  "config-type": defineCheck<{ key: string; expected: string; found: string; fix: string }>({
    severity: "error",
    reason: "a module fails, or does something else, where a value is of another kind than it takes",
    message: ({ key, expected, found }) => `\`${key}\` takes ${expected}, but this is ${found}`,
    hint: ({ fix }) => fix,
  }),
  "config-value": defineCheck<{ problem: string; fix: string }>({
    severity: "error",
    reason: "a module fails, or does not do what is meant, where a value is not one that it takes",
    message: ({ problem }) => problem,
    hint: ({ fix }) => fix,
  }),
  "config-key-missing": defineCheck<{ key: string; missing: readonly string[] }>({
    severity: "error",
    reason: "a module fails, or skips the entry, where a key is missing that it needs",
    message: ({ key, missing }) => `\`${key}\` has no \`${missing.join("` or `")}\``,
    hint: ({ missing }) => (missing.length === 1 ? `add \`${missing[0]}\`` : "add one of them"),
  }),
  "config-tolerated": defineCheck<{ problem: string; fix: string }>({
    severity: "warning",
    reason: "cloud-init logs a schema warning, although the module works",
    message: ({ problem }) => `${problem}; works, but cloud-init logs a warning`,
    hint: ({ fix }) => fix,
  }),
  "config-not-text": defineCheck<{ key: string; found: string; fix: string }>({
    severity: "warning",
    reason: "YAML 1.1 reads yes, on, 0644, 1:30, 1.10 and 2014-06-01 as something else than text",
    message: ({ key, found }) => `\`${key}\` takes text, but YAML reads this as ${found}`,
    hint: ({ fix }) => fix,
  }),
  "config-permissions": defineCheck<{ found: string; mode: string; isOctal: boolean; fix: string }>({
    severity: "warning",
    reason: "a file mode that is not in quotes is a number to YAML, octal only with a leading 0",
    message: ({ found, mode, isOctal }) =>
      isOctal
        ? `a number where text is expected; works (mode ${mode}), but cloud-init logs a schema warning`
        : `YAML reads the permissions as the number ${found}: the file gets the mode ${mode}`,
    hint: ({ fix }) => fix,
  }),
};
