import type { OutputStyle } from "./output-style.js";

/** The codes of ECMA-48, Select Graphic Rendition. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** Text that a terminal shows in a colour, if colour is wanted; it may not contain coloured text. */
export function paint(text: string, color: keyof typeof CODES, style: Pick<OutputStyle, "color">): string {
  return style.color ? `\x1b[${CODES[color]}m${text}\x1b[0m` : text;
}
