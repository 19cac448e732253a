/** Part[] → the blob as passed to the platform, and how it fits there. */
import { isCompressing, wrapLayers, type Layer } from "../layers/layers.js";
import type { Bundle, Part } from "../model.js";
import type { ResolvedOptions } from "../resolve-options.js";
import { fitPlatform } from "../platforms/fit-platform.js";
import { checkLimits } from "./check-limits.js";
import { chooseLayers, describeLayers } from "./choose-layers.js";
import { composeMessage } from "./compose-message.js";

/** A blob before it is checked. */
type WrittenBlob = Omit<Bundle, "findings">;

/** Writes the blob in the layers that the options and the platform require, and checks it against the limits. */
export async function writeBlob(parts: readonly Part[], options: ResolvedOptions): Promise<Bundle> {
  const { boundary, check, platform } = options;
  const write = (compressed: boolean): Promise<WrittenBlob> =>
    writeLayered(parts, boundary, chooseLayers(options, { compressed }));
  const blob = await (options.gzip === "auto" ? writeFitting(write, options) : write(options.gzip));
  const limits = check ? await checkLimits(blob, options, () => write(true)) : [];
  const layers = platform === null ? [] : describeLayers(blob.layers, platform, options);
  return { ...blob, findings: [...layers, ...limits] };
}

/** Compresses only if the blob does not fit otherwise and compression is safe. */
async function writeFitting(
  write: (compressed: boolean) => Promise<WrittenBlob>,
  { platform }: ResolvedOptions,
): Promise<WrittenBlob> {
  const plain = await write(false);
  const mayCompress = platform !== null && platform.gzip !== "no" && fitPlatform(plain, platform)?.isOver;
  return mayCompress ? write(true) : plain;
}

/** The layers decide which transfer encodings are smaller, so the message is composed for its layers. */
async function writeLayered(
  parts: readonly Part[],
  boundary: string | null,
  layers: readonly Layer[],
): Promise<WrittenBlob> {
  const message = await composeMessage(parts, { boundary, compressed: isCompressing(layers) });
  return { bytes: await wrapLayers(message.bytes, layers), layers: [...layers], parts: message.parts };
}
