/** A source without a content type → the format of another tool that it has. */
import type { ManifestDocument } from "../kube/read-manifest.js";
import { readManifestContent } from "../kube/read-objects.js";
import type { TextPosition } from "../text/text-position.js";
import { OTHER_FORMATS, type OtherFormat } from "./other-formats.js";

/** What a source holds. */
export interface Sample {
  filename: string;
  content: Uint8Array;
  /** Null where it is not text. */
  text: string | null;
}

/** A format, and where in the file it shows; null where that is the whole file. */
export interface FoundFormat extends OtherFormat {
  position: TextPosition | null;
}

/** The format of a source that is in the table, or null. */
export function findOtherFormat(sample: Sample): FoundFormat | null {
  const documents = readDocuments(sample);
  for (const format of OTHER_FORMATS) {
    if (!matchesText(format, sample)) continue;
    const { document: matches } = format;
    if (!matches) return { ...format, position: null };
    const found = documents.find(({ value }) => matches(value));
    if (found) return { ...format, position: found.locate([]) };
  }
  return null;
}

/** No file of one of these formats is larger; in bytes. */
const LARGEST_DOCUMENT = 2 ** 20;

/** None of a text that is not YAML. */
function readDocuments({ content, text }: Sample): readonly ManifestDocument[] {
  return text === null || content.length > LARGEST_DOCUMENT ? [] : readManifestContent(content).documents;
}

function matchesText({ name, bytes, text: pattern }: OtherFormat, { filename, content, text }: Sample): boolean {
  if (name && !name.test(filename)) return false;
  if (bytes && !bytes.test(Buffer.from(content.subarray(0, 512)).toString("latin1"))) return false;
  return !pattern || (text !== null && pattern.test(text));
}
