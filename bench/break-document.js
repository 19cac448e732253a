/** A document and random numbers → the document with a mistake that people make. */

/** The mistakes: an edit each of a text at a random place. */
const MISTAKES = [
  ...["'", '"', ":", "[", "]", "{", "}", "-"].map((sign) => (text, random) => removeOne(text, sign, random)),
  ...[" ", "\t", ":"].map((sign) => (text, random) => insert(text, sign, random)),
  moveLinesLeft,
];

/**
 * @param random returns an integer from 0 up to, not including, its argument
 * @returns the text with one mistake
 */
export function breakDocument(text, random) {
  for (;;) {
    const broken = MISTAKES[random(MISTAKES.length)](text, random);
    if (broken !== text) return broken;
  }
}

/** The same seed gives the same numbers (xorshift32, Marsaglia 2003). */
export function createRandom(seed) {
  let state = seed | 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function removeOne(text, sign, random) {
  const offsets = Array.from(text.matchAll(/./gs), ({ 0: character }) => character).flatMap((character, index) =>
    character === sign ? [index] : [],
  );
  if (offsets.length === 0) return text;
  const offset = offsets[random(offsets.length)];
  return text.slice(0, offset) + text.slice(offset + 1);
}

function insert(text, sign, random) {
  const offset = random(text.length + 1);
  return text.slice(0, offset) + sign + text.slice(offset);
}

/** One line up to five lose some of their indentation. */
function moveLinesLeft(text, random) {
  const lines = text.split("\n");
  const first = random(lines.length);
  const last = first + random(5);
  const width = 1 + random(4);
  return lines
    .map((line, index) => (index < first || index > last ? line : line.replace(new RegExp(`^ {1,${width}}`), "")))
    .join("\n");
}
