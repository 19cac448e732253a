/** Script parts → the files that cloud-init runs, in their order. */
import type { Part } from "../model.js";
import { effectiveType } from "../part/effective-type.js";
import { cleanFilename, RUNCMD } from "../part/script-folders.js";
import type { Frequency } from "./explanation.js";

/** The modules that run the scripts of a folder: the type of their parts, and how often they run. */
export const SCRIPT_MODULES: Readonly<Record<string, { type: string; frequency: Frequency }>> = {
  scripts_per_once: { type: "text/x-shellscript-per-once", frequency: "once" },
  scripts_per_boot: { type: "text/x-shellscript-per-boot", frequency: "always" },
  scripts_per_instance: { type: "text/x-shellscript-per-instance", frequency: "instance" },
  scripts_user: { type: "text/x-shellscript", frequency: "instance" },
};

/** A file in a folder of scripts. */
export interface ScriptFile {
  name: string;
  /** Null for the one that cloud-init makes of `runcmd`. */
  part: Part | null;
}

/** The name of the file that a script becomes. Only the other folders drop the path (shell_script_by_frequency.py). */
export function scriptName({ filename, ...part }: Part): string {
  const isUser = effectiveType({ filename, ...part }) === "text/x-shellscript";
  return cleanFilename(isUser ? filename : filename.replace(/^.*\//s, ""));
}

/** The files of a type in the order in which they run (subp.py, runparts); of two with one name the later one stays. */
export function listScriptFiles(scripts: readonly Part[], type: string, hasRuncmd: boolean): ScriptFile[] {
  const files = new Map<string, ScriptFile>();
  for (const part of scripts.filter((each) => effectiveType(each) === type)) {
    files.set(scriptName(part), { name: scriptName(part), part });
  }
  if (hasRuncmd && type === "text/x-shellscript") files.set(RUNCMD, { name: RUNCMD, part: null });
  return [...files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
