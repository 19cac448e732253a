import { basename } from "node:path";
import { effectiveType } from "../part/effective-type.js";
import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import { BOOTHOOK, RUNCMD, SORTED_FOLDERS, cleanFilename, isFileName } from "../part/script-folders.js";
import type { Check } from "./check.js";

/** A script and the file that cloud-init writes for it. */
interface WrittenScript {
  part: Part;
  name: string;
}

export const scriptFileNames: Check = {
  codes: ["script-name-lost", "script-overwritten", "script-named-runcmd", "script-order"],
  target: "arranged",
  run: (parts) => [...SORTED_FOLDERS, BOOTHOOK].flatMap((type) => checkFolder(type, listScripts(parts, type))),
};

function listScripts(parts: readonly Part[], type: string): WrittenScript[] {
  const scripts = parts.filter((part) => effectiveType(part) === type);
  return scripts.map((part) => ({ part, name: writtenName(type, part.filename) }));
}

/** Scripts of a frequency keep only the last name of a path (handlers/shell_script_by_frequency.py). */
function writtenName(type: string, filename: string): string {
  return cleanFilename(type.startsWith("text/x-shellscript-per-") ? basename(filename) : filename);
}

function checkFolder(type: string, scripts: readonly WrittenScript[]): Finding[] {
  const lost = scripts.filter(({ name }) => !isFileName(name));
  const written = scripts.filter(({ name }) => isFileName(name));
  return [
    ...lost.map(({ part }) => finding("script-name-lost", locationOf(part), { filename: part.filename })),
    ...(type === BOOTHOOK ? [] : checkWritten(type, written)),
  ];
}

function checkWritten(type: string, written: readonly WrittenScript[]): Finding[] {
  const findings: Finding[] = [];
  const last = new Map(written.map((script) => [script.name, script]));
  const [first] = SORTED_FOLDERS;
  let highest = "";
  for (const { part, name } of written) {
    if (last.get(name)!.part !== part) findings.push(finding("script-overwritten", locationOf(part), { name }));
    else if (type === first && name === RUNCMD) findings.push(finding("script-named-runcmd", locationOf(part)));
    else if (name < highest) findings.push(finding("script-order", locationOf(part), { name, earlier: highest }));
    else highest = name;
  }
  return findings;
}
