import { defineCheck } from "./define-finding.js";

const READABLE = "every process on the instance can read user-data";

/** The part of THE table of findings about secrets. No message repeats a secret. */
export const SECRET_FINDINGS = {
  "secret-key": defineCheck<{ what: string }>({
    severity: "warning",
    reason: "every process on the instance can read the keys in its user-data",
    message: ({ what }) => `${what}: ${READABLE}`,
    hint: "let the instance fetch it from a secret store, with a role of its own",
  }),
  "secret-password": defineCheck<{ what: string }>({
    severity: "warning",
    reason: "every process on the instance can read the passwords in its user-data",
    message: ({ what }) => `${what} in plain text: ${READABLE}`,
    hint: "use a hash where one is accepted, or let the instance fetch it from a secret store",
  }),
  "secret-object": defineCheck<{ what: string }>({
    severity: "warning",
    reason: "every process on the instance can read a Kubernetes `Secret` in its user-data",
    message: ({ what }) => `${what} is not encrypted: ${READABLE}`,
    hint: "submit it another way, or let a script on the instance create it from a secret store",
  }),
};
