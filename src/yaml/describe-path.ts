import type { NodePath } from "./node-path.js";

/** The path as `kubectl explain` writes it, with indexes counted from 0: `write_files[0].content`. */
export function describePath(path: NodePath): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
}
