import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about lists of URLs to include. */
export const INCLUDE_FINDINGS = {
  "include-comment": defineCheck<{ url: string }>({
    severity: "error",
    reason: "cloud-init reads the comment as a URL, fails, and drops all user-data",
    message: ({ url }) => `cloud-init reads \`${url}\` as a URL, fails, and drops all user-data`,
    hint: "put the comment on a line of its own that begins with `#` in column 1, and not with `#include`",
  }),
  "include-unreadable": defineCheck<{ url: string }>({
    severity: "error",
    reason: "cloud-init reads only http, https and file URLs, and a failed include drops all user-data",
    message: ({ url }) => `cloud-init can't read \`${url}\`, and drops all user-data`,
    hint: "list one `http://` or `https://` URL per line",
  }),
  "include-local": defineCheck<{ url: string }>({
    severity: "warning",
    reason: "an include of a file that the instance does not have drops all user-data",
    message: ({ url }) => `if the instance has no file \`${url}\`, cloud-init drops all user-data`,
    hint: "bundle the file itself, unless it is part of the image",
  }),
  "include-insecure": defineCheck<{ url: string }>({
    severity: "warning",
    reason: "without encryption, an attacker on the network can change what the instance runs as root",
    message: ({ url }) => `\`${url}\` is not encrypted: an attacker on the network can change it`,
    hint: ({ url }) => `use \`${url.replace(/^http:/i, "https:")}\``,
  }),
};
