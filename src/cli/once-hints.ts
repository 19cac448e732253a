import type { Finding } from "../model.js";

/** Gives each finding's hint, but the same hint of the same code only the first time. */
export function onceHints(): (found: Finding) => string | null {
  const shown = new Set<string>();
  return ({ code, hint }) => {
    const key = `${code} ${hint}`;
    if (hint === null || shown.has(key)) return null;
    shown.add(key);
    return hint;
  };
}
