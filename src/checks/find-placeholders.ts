import { finding, locationOf } from "../findings/finding.js";
import type { Finding, Part } from "../model.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import type { TextPosition } from "../text/text-position.js";
import { findPaths } from "./cloud-config/find-paths.js";
import { getAt } from "../kube/get-at.js";
import { memoizeContent } from "../part/memoize-content.js";

/** `${name}` of Terraform and envsubst, and `{{ name }}` of Jinja and Go. */
const PLACEHOLDER = /\$\{[A-Za-z_][\w.[\]-]*\}|\{\{-?[^{}]+-?\}\}/;

/** Whether the text of the part has the beginning of a placeholder: few have. */
export const mayHavePlaceholders = memoizeContent((content) => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return bytes.includes("${") || bytes.includes("{{");
});

/** A value that a tool may have left a placeholder in. */
export interface PlaceholderContext {
  code: "config-placeholder" | "manifest-placeholder";
  part: Part;
  value: Record<string, unknown>;
  /** Where it is looked for: nothing on the instance fills these in, and no other language has braces there. */
  patterns: readonly string[];
  locate: (path: NodePath) => TextPosition;
}

/** The placeholders at the places of the patterns, in the order of the text. */
export function findPlaceholders({ code, part, value, patterns, locate }: PlaceholderContext): Finding[] {
  const found = patterns.flatMap((pattern) =>
    findPaths(value, pattern).flatMap((path) => {
      const text = getAt(value, path);
      const [placeholder] = (typeof text === "string" && PLACEHOLDER.exec(text)) || [];
      if (placeholder === undefined) return [];
      const name = /^(?:\$\{|\{\{-?\s*)(?:var\.)?([A-Za-z_]\w*)\s*-?\}/.exec(placeholder)?.[1] ?? null;
      return [finding(code, locationOf(part, locate(path)), { text: placeholder, name })];
    }),
  );
  return found.toSorted((a, b) => a.line! - b.line! || a.column! - b.column!);
}
