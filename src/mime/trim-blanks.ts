/** Python's white space: JavaScript's without the byte order mark, and with some separators. */
const BLANK = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

const AT_START = new RegExp(`^${BLANK}+`);

/** Without the white space at its start, as Python's lstrip() sees it. */
export function trimBlanksStart(text: string): string {
  return text.replace(AT_START, "");
}

/** At its end, as rstrip(). A loop, because a pattern at the end takes quadratic time. */
export function trimBlanksEnd(text: string): string {
  let end = text.length;
  while (end > 0 && AT_START.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/** At both ends, as strip(). */
export function trimBlanks(text: string): string {
  return trimBlanksEnd(trimBlanksStart(text));
}
