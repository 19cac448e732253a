/** gzip (RFC 1952). */
import { throwInvalidBlob } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { LayerCodec } from "./layer-codec.js";

export const gzip: LayerCodec = {
  compresses: true,
  // Section 2.3.1: ID1, ID2.
  isAround: ([first, second]) => first === 0x1f && second === 0x8b,
  peek: () => null,
  wrap: async (bytes) => (await import("./compress-bytes.js")).compress(bytes),
  unwrap: async (bytes, { path, maxBytes }) => {
    const unpacked = await gunzip(bytes, maxBytes);
    if (unpacked instanceof Uint8Array) return unpacked;
    if (unpacked.tooLarge) return throwInvalidBlob(finding("blob-too-large", { path }, { maxBytes }));
    return throwInvalidBlob(finding("blob-gzip-broken", { path }, { reason: unpacked.reason }));
  },
};

/** Why data can't be unpacked. */
export interface GunzipProblem {
  tooLarge: boolean;
  /** The message of zlib. */
  reason: string;
}

/** Decompresses gzip; more than `maxBytes` bytes, data that is not gzip, and truncated data are problems. */
export async function gunzip(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array | GunzipProblem> {
  const { gunzipSync } = await import("node:zlib");
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { tooLarge: code === "ERR_BUFFER_TOO_LARGE", reason: message };
  }
}
