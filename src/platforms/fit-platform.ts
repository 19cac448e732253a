/** A blob and a platform → how much of the platform's limit the blob takes. */
import type { Layer } from "../model.js";
import type { Platform } from "./platforms.js";

/** A blob that was written or read. */
export interface MeasurableBlob {
  bytes: Uint8Array;
  /** The layers around the message, from the outside in. */
  layers: readonly Layer[];
}

/** How a blob compares to a limit. */
export interface PlatformFit {
  platform: Platform;
  /** Bytes, as the platform counts them. */
  size: number;
  limit: number;
  isOver: boolean;
  /** Not over, but within 10 % of the limit. */
  isNear: boolean;
}

/** How the blob compares to the platform's limit; null if no limit is known. */
export function fitPlatform(blob: MeasurableBlob, platform: Platform): PlatformFit | null {
  const { limit } = platform;
  if (typeof limit !== "number") return null;
  const size = measureBlob(blob, platform);
  return { platform, size, limit, isOver: size > limit, isNear: size <= limit && size * 10 >= limit * 9 };
}

/**
 * How many bytes of the platform's limit the blob takes. An outer base64 is treated as the one that the API requires,
 * so it does not count if the limit applies to the decoded bytes. If it is not known what the limit counts, the
 * result is the smallest possible size.
 */
export function measureBlob(blob: MeasurableBlob, { measuredOn, gzip }: Platform): number {
  const raw = blob.layers[0] === "base64" ? countDecoded(blob.bytes) : blob.bytes.length;
  if (measuredOn === "base64") return countBase64(raw);
  if (measuredOn !== "sent") return raw;
  return gzip === "base64" && blob.layers[0] === "gzip" ? countBase64(raw) : blob.bytes.length;
}

/** RFC 4648 section 4. */
function countBase64(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

function countDecoded(base64: Uint8Array): number {
  return Buffer.from(Buffer.from(base64).toString("latin1"), "base64").length;
}
