/** TypedSource[] → Part[]. */
import type { Part, TypedSource } from "../model.js";

/** Makes one part for each source, in the same order. */
export function makeParts(sources: readonly TypedSource[]): Part[] {
  return sources.map(({ type, filename, content, path }) => ({
    type,
    filename,
    content,
    transferEncoding: null,
    headers: {},
    path,
    number: null,
  }));
}
