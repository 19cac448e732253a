import { effectiveType, isTemplate } from "./effective-type.js";
import type { Part } from "../model.js";
import { readHead, readText } from "./part-text.js";
import { BOOTHOOK, isScript } from "./script-folders.js";

/** The file that cloud-init writes for a script, or its beginning. */
export interface ScriptHead {
  /** Of the beginning, at most 4,096 bytes: more than the kernel reads. */
  text: string;
  /** The line of the part's text where the file begins. */
  line: number;
}

/** The beginning of the file that cloud-init writes and runs, without a byte order mark; null if not a script. */
export function readScriptHead(part: Part): ScriptHead | null {
  return cutScript(part, readHead(part));
}

/** The whole file; null if not a script, or a template, whose text is not known. */
export function readScript(part: Part): ScriptHead | null {
  return isTemplate(part) ? null : cutScript(part, readText(part));
}

function cutScript(part: Part, text: string): ScriptHead | null {
  const type = effectiveType(part);
  if (!isScript(type) || (isTemplate(part) && type === BOOTHOOK)) return null;
  const given = text.replace(/^\ufeff/, "");
  if (isTemplate(part)) return cut(given.replace(/\r\n?/g, "\n"), /^.*\n?/);
  return cut(toUnix(given), type === BOOTHOOK ? /^(?:#cloud-boothook)?[\s\x1c-\x1f\x85]*/ : /^/);
}

/** The text behind the match. */
function cut(text: string, before: RegExp): ScriptHead {
  const [skipped] = before.exec(text)!;
  return { text: text.slice(skipped.length), line: skipped.split("\n").length };
}

/** How cloud-init converts line ends, decided only by the first one (util.py, dos2unix). */
function toUnix(text: string): string {
  return /^[^\n]*\r\n/.test(text) ? text.replaceAll("\r\n", "\n") : text;
}
