/** As in a sentence: `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length <= 1 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
