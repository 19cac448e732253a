import type { Part } from "../model.js";
import { readText } from "../part/part-text.js";
import { secrets } from "./secrets.js";

/** The lines of a part's text, from 1, that hold a password, a token or a key. */
export function findSecretLines(part: Part): number[] {
  const found = secrets.run([{ ...part, path: null, number: null }], null).flatMap(({ line }) => line ?? []);
  if (found.length === 0) return [];
  const lines = readText(part).split(/\r\n|\r|\n/);
  return [...new Set([...found, ...found.flatMap((line) => listKeyLines(lines, line))])].toSorted((a, b) => a - b);
}

/** A private key is many lines, of which the first one is found. */
function listKeyLines(lines: readonly string[], first: number): number[] {
  if (!/-----BEGIN/.test(lines[first - 1] ?? "")) return [];
  const end = lines.findIndex((line, index) => index >= first - 1 && line.includes("-----END"));
  const last = end === -1 ? lines.length : end + 1;
  return Array.from({ length: last - first }, (_, index) => first + 1 + index);
}
