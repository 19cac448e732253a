import type { Plugin } from "rolldown";

/**
 * Writes characters outside of ASCII as escapes. A text with one of them takes twice the memory, and longer to read.
 * They occur in literals only: comments are left out of the executable, and names are ASCII.
 */
export const asciiChunks: Plugin = {
  name: "ascii-chunks",
  // Minifying, which comes before, writes escapes as characters.
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type === "chunk") file.code = file.code.replace(/[^\0-\x7f]/g, escapeUnit);
    }
  },
};

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
