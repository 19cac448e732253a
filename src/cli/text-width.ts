/** How many columns of a terminal `text` takes, without colours; an estimate for scripts that terminals render differently. */
export function measureWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(COLORS, "")) width += widthOf(character);
  return width;
}

/** Shortens `text` to `width` columns in the middle, because both ends of a file name are more useful. */
export function cutMiddle(text: string, width: number): string {
  if (measureWidth(text) <= width) return text;
  const characters = [...text];
  const head = takeColumns(characters, Math.ceil((width - 1) / 2));
  const tail = takeColumns(characters.toReversed(), Math.floor((width - 1) / 2));
  return `${head.join("")}…${tail.toReversed().join("")}`;
}

function takeColumns(characters: readonly string[], width: number): string[] {
  let left = width;
  const end = characters.findIndex((character) => (left -= widthOf(character)) < 0);
  return characters.slice(0, end);
}

function widthOf(character: string): number {
  if (INVISIBLE.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** The codes of `paint`. */
const COLORS = /\x1b\[\d+m/g;

const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** The wide blocks of Unicode Standard Annex 11, East Asian Width, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
