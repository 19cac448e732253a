/** A written blob → whether it fits its platform. */
import { finding } from "../findings/finding.js";
import { fitPlatform, measureBlob, type MeasurableBlob } from "../platforms/fit-platform.js";
import { isCompressing } from "../layers/layers.js";
import type { Finding, Part } from "../model.js";
import { PLATFORMS } from "../platforms/platforms.js";
import type { ResolvedOptions } from "../resolve-options.js";

/** Bytes: EC2's limit, the smallest of the large clouds. A blob up to this size fits nearly everywhere. */
const UNREMARKABLE = 16_384;

/**
 * @param options their platform is null if the user has named none
 * @param compress makes the same blob with gzip; called only if its size is needed
 */
export async function checkLimits(
  blob: MeasurableBlob & { parts: readonly Part[] },
  { platform, gzip: asked }: Pick<ResolvedOptions, "platform" | "gzip">,
  compress: () => Promise<MeasurableBlob>,
): Promise<Finding[]> {
  if (platform === null) return listExceeded(blob);
  const fit = fitPlatform(blob, platform);
  if (!fit?.isNear && !fit?.isOver) return [];
  const { size, limit } = fit;
  const { name, measuredOn, gzip, gzipProblem, confidence } = platform;
  const args = { platform: name, size, limit, base64: measuredOn === "base64" };
  const isCompressed = isCompressing(blob.layers);
  if (fit.isNear) {
    const canCompress = !isCompressed && gzip !== null && gzip !== "no";
    // A blob that grows over the limit is compressed then.
    return asked === "auto" && canCompress ? [] : [finding("limit-near", {}, { ...args, canCompress })];
  }
  const compressed = isCompressed ? null : measureBlob(await compress(), platform);
  const code = confidence === "low" ? "limit-doubtful" : "limit-exceeded";
  const largest = listLargest(blob.parts);
  return [finding(code, {}, { ...args, compressed, isGzipKnown: gzip !== null, gzipProblem, largest })];
}

function listExceeded(blob: MeasurableBlob): Finding[] {
  const bytes = blob.bytes.length;
  if (bytes <= UNREMARKABLE) return [];
  const exceeded = PLATFORMS.filter((platform) => fitPlatform(blob, platform)?.isOver);
  return [finding("limits-exceeded", {}, { bytes, platforms: exceeded.map(({ name }) => name) })];
}

/**
 * Up to three, by the names that the user knows; a source may be delivered in several parts. kubeboot's own part
 * handler is left out, since nobody can shorten it, and so is what is small beside the largest.
 */
function listLargest(parts: readonly Part[]): { name: string; bytes: number }[] {
  const sizes = new Map<string, number>();
  for (const { path, filename, type, content } of parts) {
    if (path === null && type === "text/part-handler") continue;
    const name = path ?? filename;
    sizes.set(name, (sizes.get(name) ?? 0) + content.length);
  }
  const sorted = [...sizes].map(([name, bytes]) => ({ name, bytes })).toSorted((a, b) => b.bytes - a.bytes);
  return sorted.slice(0, 3).filter(({ bytes }) => bytes * 10 >= (sorted[0]?.bytes ?? 0));
}
