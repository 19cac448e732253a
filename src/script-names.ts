/** Part[] → Part[] whose scripts run in the listed order: numbered names where the given ones would not do. */
import { effectiveType } from "./effective-type.js";
import { finding } from "./findings.js";
import type { ArrangedParts, Part } from "./model.js";

/**
 * cloud-init writes the scripts of each of these types into one folder and runs them in the order of
 * their names (subp.py, runparts). A boothook is run as soon as it is written, so only its name matters.
 */
const FOLDERS: Readonly<Record<string, { sorted: boolean }>> = {
  "text/x-shellscript": { sorted: true },
  "text/x-shellscript-per-boot": { sorted: true },
  "text/x-shellscript-per-instance": { sorted: true },
  "text/x-shellscript-per-once": { sorted: true },
  "text/cloud-boothook": { sorted: false },
};

/** The longest file name that Linux file systems hold, in bytes. */
const LONGEST_NAME = 255;

/** The name under which cloud-init writes a part of this filename (util.py, clean_filename). */
export function cleanFilename(filename: string): string {
  return filename.replaceAll("/", "_").replace(/[^A-Za-z0-9_.()-]/g, "");
}

/** Gives all scripts of a type numbered names where their own would lose one or change their order. */
export function nameScripts(parts: readonly Part[]): ArrangedParts {
  const renamed = new Map<Part, string>();
  for (const [type, { sorted }] of Object.entries(FOLDERS)) {
    const scripts = parts.filter((part) => effectiveType(part) === type);
    const names = scripts.map(({ filename }) => cleanFilename(filename));
    if (names.every(isUsable) && (!sorted || isAscending(names))) continue;
    const digits = Math.max(2, String(scripts.length).length);
    scripts.forEach((part, index) => {
      renamed.set(part, numberName(part.filename, String(index + 1).padStart(digits, "0")));
    });
  }
  return {
    parts: parts.map((part) => ({ ...part, filename: renamed.get(part) ?? part.filename })),
    findings: [...renamed].map(([{ path }, filename]) => finding("scripts-numbered", { path }, { filename })),
  };
}

/** `runcmd` is where cloud-init puts the script that it makes of cloud-config's runcmd. */
function isUsable(name: string): boolean {
  return !["", ".", "..", "runcmd"].includes(name) && name.length <= LONGEST_NAME;
}

/** Python's sorted() and this compare alike: the names are ASCII. Equal names overwrite each other. */
function isAscending(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || names[index - 1]! < name);
}

function numberName(filename: string, number: string): string {
  const name = `${number}-${filename}`;
  const excess = cleanFilename(name).length - LONGEST_NAME;
  return excess > 0 ? `${number}-${cleanFilename(filename).slice(excess)}` : name;
}
