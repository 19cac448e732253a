import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about lists of URLs to include. */
export const INCLUDE_FINDINGS = {
  "include-comment": defineCheck<{ url: string }>({
    severity: "error",
    reason: "a comment that cloud-init takes for a URL makes it give up all of the user-data",
    message: ({ url }) =>
      `cloud-init takes "${url}" for a URL, and gives up all of the user-data when it can't be read`,
    hint: "a comment has a line of its own, begins with # in the first column, and not with #include",
  }),
  "include-unreadable": defineCheck<{ url: string }>({
    severity: "error",
    reason: "cloud-init reads http, https and files alone, and gives up all of the user-data over one include",
    message: ({ url }) => `cloud-init can't read "${url}", and gives up all of the user-data over it`,
    hint: "list one http:// or https:// URL a line",
  }),
  "include-local": defineCheck<{ url: string }>({
    severity: "warning",
    reason: "a file that the image lacks makes cloud-init give up all of the user-data",
    message: ({ url }) =>
      `"${url}" is a file of the instance: where it is missing, cloud-init gives up all of the user-data`,
    hint: "bundle the file itself, if it is not part of the image",
  }),
  "include-insecure": defineCheck<{ url: string }>({
    severity: "warning",
    reason: "whoever is on the way can change what the instance reads without encryption, and runs as root",
    message: ({ url }) =>
      `"${url}" is read without encryption: whoever is on the way can make the instance run anything`,
    hint: "use https://",
  }),
};
