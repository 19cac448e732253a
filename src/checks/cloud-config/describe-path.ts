import type { NodePath } from "../../yaml/locate-nodes.js";

/** `write_files[0].content` */
export function describePath(path: NodePath): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .slice(1);
}
