/** Part[] → Part[] whose scripts run in the listed order: numbered where their own names would not keep it. */
import { effectiveType } from "../part/effective-type.js";
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Part } from "../model.js";
import { BOOTHOOK, LONGEST_NAME, RUNCMD, SORTED_FOLDERS, cleanFilename, isFileName } from "../part/script-folders.js";

/** Numbers the names of all scripts of a type if their own names would lose a script or change the order. */
export function nameScripts(parts: readonly Part[]): ArrangedParts {
  const renamed = new Map<Part, string>();
  for (const type of [...SORTED_FOLDERS, BOOTHOOK]) {
    const scripts = parts.filter((part) => effectiveType(part) === type);
    const names = scripts.map(({ filename }) => cleanFilename(filename));
    if (names.every(isUsable) && (type === BOOTHOOK || isAscending(names))) continue;
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

function isUsable(name: string): boolean {
  return isFileName(name) && name !== RUNCMD;
}

/** Compares as Python's sorted() does, because the names are ASCII. Equal names overwrite each other. */
function isAscending(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || names[index - 1]! < name);
}

function numberName(filename: string, number: string): string {
  const name = `${number}-${filename}`;
  const excess = cleanFilename(name).length - LONGEST_NAME;
  return excess > 0 ? `${number}-${cleanFilename(filename).slice(excess)}` : name;
}
