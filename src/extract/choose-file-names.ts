/** ReadPart[] → a file name for each, unique and safe on every file system. */
import type { ReadPart } from "../model.js";

/** The longest name that Linux, macOS and Windows allow, in bytes of UTF-8. */
const LONGEST_NAME = 255;

/** A name for each part, in order: its own filename where possible. */
export function chooseFileNames(parts: readonly ReadPart[]): string[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return parts.map((part) => {
    const safe = makeSafe(part);
    let name = safe;
    while (taken.has(foldName(name))) {
      const count = (counts.get(foldName(safe)) ?? 1) + 1;
      counts.set(foldName(safe), count);
      name = cutName(safe, `-${count}`);
    }
    taken.add(foldName(name));
    return name;
  });
}

/**
 * A slash becomes `_`; other removed characters are removed by cloud-init too (util.py, clean_filename), so a script
 * has the same name on the instance. A name that is left empty, or only dots, can't be a file there.
 */
function makeSafe({ filename, number }: ReadPart): string {
  const name = filename.replaceAll("/", "_").replace(UNSAFE, "").trimEnd();
  if (/^\.*$/.test(name)) return `part-${String(number).padStart(3, "0")}`;
  return cutName(`${RESERVED.test(name) ? "_" : ""}${name}${name.endsWith(".") ? "_" : ""}`, "");
}

/**
 * Control and format characters, which mislead the eye or split a line, surrogate halves, which are not UTF-8, and
 * characters that Windows does not allow.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"\\|?*]/gu;

/** Device names on Windows, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/** Puts `suffix` before the extension, and shortens the stem if the name is too long. */
function cutName(name: string, suffix: string): string {
  const extension = /(?<=.)\.[A-Za-z0-9]{1,16}$/.exec(name)?.[0] ?? "";
  const end = `${suffix}${extension}`;
  let stem = name.slice(0, name.length - extension.length);
  if (countBytes(stem + end) > LONGEST_NAME) stem = cutBytes(stem, LONGEST_NAME - countBytes(end));
  return `${stem}${end}`;
}

function countBytes(text: string): number {
  return Buffer.byteLength(text);
}

/** As many whole characters as fit. */
function cutBytes(text: string, size: number): string {
  return new TextDecoder().decode(Buffer.from(text).subarray(0, size), { stream: true });
}

/** Names that are equal on a file system that ignores case, or decomposes characters, fold to the same text. */
function foldName(name: string): string {
  return name.normalize("NFD").toUpperCase().normalize("NFC");
}
