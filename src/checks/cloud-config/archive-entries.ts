import { isArchiveSource } from "../../cloud-config/open-archives.js";
import { readArchive } from "../../cloud-config/read-archive.js";
import type { Check } from "../check.js";

/** In a blob, reading the archive reports the same. */
export const archiveEntries: Check = {
  codes: ["archive-broken", "archive-entry-broken", "archive-entry-skipped"],
  target: "input",
  each: true,
  run: (parts) => parts.filter(isArchiveSource).flatMap((part) => readArchive(part).findings),
};
