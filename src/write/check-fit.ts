/** Arranged parts, and finished blobs → how they fit the platform that the caller named. */
import { wrapLayers } from "../layers/layers.js";
import type { Finding, Part, ReadBundle, Source } from "../model.js";
import type { ResolvedOptions } from "../resolve-options.js";
import { checkLimits } from "./check-limits.js";
import { chooseLayers } from "./choose-layers.js";
import { writeBlob } from "./write-blob.js";

/** Without a platform no blob is written. */
export async function checkFit(
  arranged: readonly Part[],
  blobs: ReadonlyMap<Source, ReadBundle>,
  options: ResolvedOptions,
): Promise<Finding[]> {
  if (options.platform === null) return [];
  const findings = arranged.length === 0 ? [] : (await writeBlob(arranged, options)).findings;
  for (const [{ path }, blob] of blobs) {
    const found = await checkLimits(blob, options, () => compress(blob, options));
    for (const each of found) findings.push({ ...each, path });
  }
  return findings;
}

async function compress({ message }: ReadBundle, options: ResolvedOptions) {
  const layers = chooseLayers(options, { compressed: true });
  return { bytes: await wrapLayers(message, layers), layers };
}
