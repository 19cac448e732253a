/** TypedSource[] → Part[]. */
import type { Part, TracedPart, TypedSource } from "../model.js";

/** Makes one part for each source, in the same order. */
export function makeParts(sources: readonly TypedSource[]): Part[] {
  return sources.map(({ type, filename, content, path, template }): Part | TracedPart => {
    const part = { type, filename, content, transferEncoding: null, headers: {}, path, number: null };
    return template === undefined ? part : { ...part, toSource: template.toSource };
  });
}
