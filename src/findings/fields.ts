import { joinWords } from "../text/join-words.js";
import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that the fields of Kubernetes' own kinds decide. */
export const FIELD_FINDINGS = {
  "field-unknown": defineCheck<{ at: string; field: string | null; place: string | null }>({
    severity: "error",
    reason: "kubectl and the API server reject objects with fields that their kind does not have",
    message: ({ at }) => `\`${at}\` is not a field of the object: Kubernetes rejects it`,
    hint: ({ field, place }) => {
      if (field === null) return "check its name and indentation, or delete it";
      if (place === null) return `write \`${field}\`, if that is what you mean`;
      return place === "" ? `move \`${field}\` to the top level` : `move \`${field}\` into \`${place}\``;
    },
  }),
  "field-missing": defineCheck<{ key: string; at: string }>({
    severity: "error",
    reason: "Kubernetes rejects objects without the fields that their kind requires",
    message: ({ at, key }) => `the required field \`${at === "" ? key : `${at}.${key}`}\` is missing`,
    hint: ({ key }) => `add \`${key}\``,
  }),
  "field-type": defineCheck<{ at: string; expected: readonly string[]; found: string; fix: string }>({
    severity: "error",
    reason: "the API server rejects values of another type than the field has",
    message: ({ at, expected, found }) => `\`${at}\` must be ${joinWords(expected)}, not ${found}`,
    hint: ({ fix }) => fix,
  }),
  "field-empty": defineCheck<{ at: string }>({
    severity: "warning",
    reason: "kubectl before 1.25 rejects a null in a list or a map, and later releases read an empty value",
    message: ({ at }) => `\`${at}\` has no value: kubectl before 1.25 rejects it`,
    hint: 'write `""`, if an empty text is meant, or delete it',
  }),
  "release-dependent": defineCheck<{ what: string; age: "new" | "old"; release: string }>({
    severity: "note",
    reason: "a server rejects what its release of Kubernetes does not have",
    message: ({ what, age, release }) =>
      age === "new"
        ? `${what} came after Kubernetes ${release}: servers of that release reject it`
        : `${what} is gone in Kubernetes ${release}, which rejects it`,
    hint: "check the release of Kubernetes on the instance",
  }),
};
