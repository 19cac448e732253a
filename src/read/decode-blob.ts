/** A blob as found → the message inside, without the layers around it. */
import { throwInvalidBlob } from "../errors.js";
import { finding } from "../findings/finding.js";
import { findLayer, peekInside, unwrapLayer, type Layer } from "../layers/layers.js";
import { findHeaders } from "../mime/find-headers.js";
import { findMarker } from "../part/content-types.js";

/** The message, and the layers that were around it, outermost first. */
export interface DecodedBlob {
  bytes: Uint8Array;
  layers: Layer[];
}

/** Limits for decoding. */
export interface DecodeOptions {
  /** How findings name the blob. */
  path: string;
  /** The maximum size of the blob, in bytes, as it is and after removing each layer. */
  maxBytes: number;
}

/** More than any real blob has; a blob can be made to unpack forever. */
const MAX_LAYERS = 4;

/**
 * Removes up to four layers, in any order.
 *
 * @throws {KubebootError} `invalid` for a layer that is broken, for more than four, and for a blob that exceeds the
 *   limit
 */
export async function decodeBlob(blob: Uint8Array, { path, maxBytes }: DecodeOptions): Promise<DecodedBlob> {
  const layers: Layer[] = [];
  let bytes = blob;
  for (;;) {
    if (bytes.length > maxBytes) throwInvalidBlob(finding("blob-too-large", { path }, { maxBytes }));
    const layer = findLayer(bytes);
    if (layer === null) return { bytes, layers };
    if (layers.push(layer) > MAX_LAYERS) throwInvalidBlob(finding("blob-too-deep", { path }, { most: MAX_LAYERS }));
    bytes = await unwrapLayer(layer, bytes, { path, maxBytes });
  }
}

/**
 * Whether the bytes are a finished blob and not a source: a multipart message, or that or a cloud-config archive in
 * layers. Reads only the first 64 KiB, except for possible base64.
 */
export function looksLikeBlob(bytes: Uint8Array): boolean {
  const layer = findLayer(bytes);
  if (layer !== null) {
    const inside = peekInside(layer, bytes);
    return inside === null || looksLikeBlob(inside) || isArchive(inside);
  }
  return /^content-type:\s*multipart\//im.test(findHeaders(bytes)?.headers ?? "");
}

function isArchive(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return findMarker(head)?.marker === "#cloud-config-archive";
}
