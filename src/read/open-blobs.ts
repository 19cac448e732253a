/** Source[] → the finished blobs, opened, and the other sources. */
import { KubebootError } from "../errors.js";
import type { ReadBundle, Source } from "../model.js";
import { looksLikeBlob } from "./decode-blob.js";
import type { ParseOptions } from "./parse-message.js";
import { readBlob } from "./read-blob.js";

/** Blobs and other sources. */
export interface OpenedSources {
  /** The blobs by their sources; a broken one has findings and no parts. */
  blobs: ReadonlyMap<Source, ReadBundle>;
  /** All others, in order. */
  sources: Source[];
}

/** Opens the sources without a declared type that are finished blobs. */
export async function openBlobs(
  sources: readonly Source[],
  options: Omit<ParseOptions, "path">,
): Promise<OpenedSources> {
  const blobs = new Map<Source, ReadBundle>();
  for (const source of sources.filter(isBlob)) blobs.set(source, await openBlob(source, options));
  return { blobs, sources: sources.filter((source) => !blobs.has(source)) };
}

function isBlob({ type, content }: Source): boolean {
  return type === null && looksLikeBlob(content);
}

async function openBlob({ path, content }: Source, options: Omit<ParseOptions, "path">): Promise<ReadBundle> {
  try {
    return await readBlob(content, { ...options, path });
  } catch (error) {
    if (!(error instanceof KubebootError)) throw error;
    return { bytes: content, layers: [], message: content, parts: [], findings: [...error.findings] };
  }
}
