/** Source[] → the texts that findings point into. */
import type { LintedText, ReadBundle, ReadPart, Source } from "../model.js";

/** The text of each source, or of each part of a blob, in the order of the sources. */
export function listTexts(sources: readonly Source[], blobs: ReadonlyMap<Source, ReadBundle>): LintedText[] {
  return sources.flatMap((source) => blobs.get(source)?.parts.map(textOfPart) ?? textOfSource(source));
}

function textOfSource({ path, filename, content, template }: Source): LintedText[] {
  return [{ path, part: null, filename, content: template?.content ?? content }];
}

function textOfPart({ path, number, filename, content }: ReadPart): LintedText {
  return { path: path ?? "", part: number, filename, content };
}
