/** Pieces → the file name of each: that of its part, with a number if the part is split. */
import { extname } from "node:path";
import type { Part } from "../../model.js";

/** A piece of a part, or the whole part. */
interface NamedPiece {
  part: Part;
  isSplit: boolean;
}

/** The names in the order of the pieces: `web-1.yaml`, `web-2.yaml`; no other part has the name of a piece. */
export function namePieces(pieces: readonly NamedPiece[], parts: readonly Part[]): string[] {
  const taken = new Set(parts.map(({ filename }) => filename));
  const counts = new Map<Part, number>();
  return pieces.map(({ isSplit, part }) => {
    if (!isSplit) return part.filename;
    let count = counts.get(part) ?? 0;
    do count += 1;
    while (taken.has(addNumber(part.filename, count)));
    counts.set(part, count);
    return addNumber(part.filename, count);
  });
}

function addNumber(filename: string, number: number): string {
  const extension = extname(filename);
  return `${filename.slice(0, filename.length - extension.length)}-${number}${extension}`;
}
