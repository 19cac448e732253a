import { hasEntry } from "./source-loader.js";

/** PATH:TYPE → its two halves; the type is null where none is named. A file whose literal name has a colon wins. */
export function splitType(input: string): { path: string; type: string | null } {
  const colon = input.lastIndexOf(":");
  if (colon <= 0 || hasEntry(input)) return { path: input, type: null };
  return { path: input.slice(0, colon), type: input.slice(colon + 1) };
}
