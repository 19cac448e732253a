import { Undefined, type Value } from "./values.js";
import { writeValue } from "./write-value.js";

/** A piece of the result: text of the template, or the value of an expression. */
export interface Piece {
  text: string;
  /** The position in the template: of the text, or of the tag. */
  at: number;
  isText: boolean;
  /** The name that does not exist, where cloud-init writes one in its place. */
  missing: Undefined | null;
}

/** The piece that `{{ value }}` writes. */
export function makePiece(value: Value, at: number): Piece {
  return {
    text: writeValue(value),
    at,
    isText: false,
    missing: value instanceof Undefined && !value.isBlank ? value : null,
  };
}

/** The text of pieces. */
export function writePieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}
