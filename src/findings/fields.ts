import { joinWords } from "../text/join-words.js";
import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that Kubernetes' own schema decides. */
export const FIELD_FINDINGS = {
  "field-unknown": defineFinding<{ at: string; nearest: string | null }>({
    severity: "error",
    message: ({ at }) => `\`${at}\` is not a field of the object: kubectl rejects it`,
    hint: ({ nearest }) =>
      nearest === null
        ? "check its name and indentation; a newer `kubernetes-models` knows newer fields"
        : `write \`${nearest}\`, if that is what you mean`,
  }),
  "field-missing": defineFinding<{ key: string; at: string }>({
    severity: "error",
    message: ({ at, key }) => `the required field \`${at === "" ? key : `${at}.${key}`}\` is missing`,
    hint: ({ key }) => `add \`${key}\``,
  }),
  "field-type": defineFinding<{ at: string; expected: readonly string[]; found: string; fix: string }>({
    severity: "error",
    message: ({ at, expected, found }) =>
      expected.length === 0
        ? `the API server rejects ${found} as the value of \`${at}\``
        : `\`${at}\` must be ${joinWords(expected)}, not ${found}`,
    hint: ({ fix }) => fix,
  }),
  "field-schema-missing": defineFinding({
    severity: "note",
    message: () => "the fields of Kubernetes objects are not checked: `kubernetes-models` is not installed",
    hint: "install it beside kubeboot: `npm install kubernetes-models` (22 MB)",
  }),
};
