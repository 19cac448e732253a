import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about cloud-config archives. */
export const ARCHIVE_FINDINGS = {
  "archive-broken": defineCheck<{ reason: string }>({
    severity: "error",
    reason: "cloud-init reads an archive only as one YAML list",
    message: ({ reason }) => `cloud-init reads nothing from this archive: ${reason}`,
    hint: "write one YAML list below `#cloud-config-archive`, with an entry for each part",
  }),
  "archive-entry-broken": defineCheck<{ entry: number; reason: string }>({
    severity: "error",
    reason: "an entry that cloud-init can't turn into a part stops it from reading any user-data",
    message: ({ entry, reason }) => `entry ${entry} ${reason}: cloud-init fails, and reads none of the user-data`,
    hint: "write the entry as `content: |` with text, and `type` as a content type such as text/cloud-config",
  }),
  "archive-entry-skipped": defineCheck<{ entry: number }>({
    severity: "warning",
    reason: "cloud-init skips an entry that is neither text nor a mapping",
    message: ({ entry }) => `entry ${entry} is neither text nor a mapping: cloud-init skips it`,
    hint: "write the entry as text or as `content: |`, or delete it",
  }),
};
