import { defineCheck } from "./define-finding.js";

const READABLE = "every process on the instance can read its user-data";

/** The part of THE table of findings that is about what should not be told. No message repeats a secret. */
export const SECRET_FINDINGS = {
  "secret-key": defineCheck<{ what: string }>({
    severity: "warning",
    reason: "user-data is no place for keys: every process on the instance can read it",
    message: ({ what }) => `${what}: ${READABLE}`,
    hint: "let the instance fetch it, with a role of its own, from where keys are kept",
  }),
  "secret-password": defineCheck<{ what: string }>({
    severity: "warning",
    reason: "user-data is no place for passwords: every process on the instance can read it",
    message: ({ what }) => `${what} in plain text: ${READABLE}`,
    hint: "give a hash where one will do, or let the instance fetch it from where passwords are kept",
  }),
  "secret-object": defineCheck<{ what: string }>({
    severity: "warning",
    reason: "a Kubernetes Secret is no secret in user-data, which every process on the instance can read",
    message: ({ what }) => `${what} of Kubernetes: ${READABLE}`,
    hint: "submit it by another way, or let something on the instance make it",
  }),
};
