import type { Finding } from "../model.js";

/** Returns the hint of each finding, but a hint that repeats for the same code only once. */
export function onceHints(): (found: Finding) => string | null {
  const shown = new Set<string>();
  return ({ code, hint }) => {
    const key = `${code} ${hint}`;
    if (hint === null || shown.has(key)) return null;
    shown.add(key);
    return hint;
  };
}
