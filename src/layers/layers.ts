/** THE table of layers: encodings around a whole blob. */
import { base64 } from "./base64.js";
import { gzip } from "./gzip.js";
import type { LayerCodec, UnwrapOptions } from "./layer-codec.js";

/** An encoding around a whole blob. */
export type Layer = "gzip" | "base64";

const LAYERS: Readonly<Record<Layer, LayerCodec>> = { gzip, base64 };

const NAMES = Object.keys(LAYERS) as Layer[];

/** The outermost layer around the bytes; null for a message. */
export function findLayer(bytes: Uint8Array): Layer | null {
  return NAMES.find((name) => LAYERS[name].isAround(bytes)) ?? null;
}

/** The first bytes inside the layer; null if that requires unpacking. */
export function peekInside(layer: Layer, bytes: Uint8Array): Uint8Array | null {
  return LAYERS[layer].peek(bytes);
}

/** Whether one of the layers compresses its content. */
export function isCompressing(layers: readonly Layer[]): boolean {
  return layers.some((layer) => LAYERS[layer].compresses);
}

/** Adds the layers to a message; they are listed from the outside in. */
export async function wrapLayers(message: Uint8Array, layers: readonly Layer[]): Promise<Uint8Array> {
  let blob = message;
  for (const layer of layers.toReversed()) blob = await LAYERS[layer].wrap(blob);
  return blob;
}

/**
 * Removes the layer.
 *
 * @throws {KubebootError} `invalid` for a layer that is broken, or holds more than `maxBytes`
 */
export function unwrapLayer(layer: Layer, bytes: Uint8Array, options: UnwrapOptions): Promise<Uint8Array> {
  return LAYERS[layer].unwrap(bytes, options);
}
