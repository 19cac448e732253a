import type { Word } from "./syntax.js";

/**
 * The command and its arguments without `sudo`, `env`, `command` and `exec` before it and the assignments there; null if
 * one of the words depends on an expansion.
 */
export function skipWrappers(words: readonly Word[]): readonly string[] | null {
  const values = words.map(({ value }) => value);
  if (!values.every((value) => value !== null)) return null;
  let start = 0;
  while (/^(?:sudo|env|command|exec)$/.test(values[start] ?? "")) {
    start += 1;
    while (/^(?:-[EHn]+|[A-Za-z_]\w*=.*)$/s.test(values[start] ?? "")) start += 1;
  }
  const [name, ...args] = values.slice(start);
  return name === undefined ? [] : [name.replace(/^\/(?:usr\/)?s?bin\//, ""), ...args];
}
