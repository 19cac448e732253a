/** A blob and a platform → how much of the platform's limit the blob takes. */
import type { Layer } from "../model.js";
import type { Platform } from "./platforms.js";

/** A blob that was written or read. */
export interface MeasurableBlob {
  bytes: Uint8Array;
  /** What is around the message, from the outside in. */
  layers: readonly Layer[];
}

/** How a blob stands against a limit. */
export interface PlatformFit {
  platform: Platform;
  /** Bytes, counted as the platform counts. */
  size: number;
  limit: number;
  isOver: boolean;
  /** Not over, but within 10 % of the limit. */
  isNear: boolean;
}

/** How the blob stands against the platform's limit; null where no limit is known. */
export function fitPlatform(blob: MeasurableBlob, platform: Platform): PlatformFit | null {
  const { limit } = platform;
  if (typeof limit !== "number") return null;
  const size = measureBlob(blob, platform);
  return { platform, size, limit, isOver: size > limit, isNear: size <= limit && size * 10 >= limit * 9 };
}

/**
 * How many bytes of the platform's limit the blob takes. An outer base64 is taken for the one that the API
 * wants, so it does not count where the limit is on what is inside. Where nobody says what is counted, it is
 * the least that it can be.
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
