/** The options and the platform → the layers around the message, and what the user must know about them. */
import { finding } from "../findings/finding.js";
import { isCompressing, type Layer } from "../layers/layers.js";
import type { Finding } from "../model.js";
import type { ResolvedOptions } from "../resolve-options.js";
import type { Platform } from "../platforms/platforms.js";

/** From the outside in; `compressed` adds gzip, and base64 if the platform needs it for gzip. */
export function chooseLayers(
  { base64, platform }: ResolvedOptions,
  { compressed }: { compressed: boolean },
): readonly Layer[] {
  const inner: readonly Layer[] = compressed ? ["gzip"] : [];
  return (base64 ?? wantsBase64(platform, compressed)) ? ["base64", ...inner] : inner;
}

function wantsBase64(platform: Platform | null, compressed: boolean): boolean {
  return platform?.encoding === "base64" || (compressed && platform?.gzip === "base64");
}

/** Layers that the user did not ask for, and the setting that they require on the platform. */
export function describeLayers(layers: readonly Layer[], platform: Platform, options: ResolvedOptions): Finding[] {
  const compressed = isCompressing(layers);
  const { name, gzip, gzipProblem, textClient: client } = platform;
  return [
    compressed && options.gzip === "auto" && finding("gzip-added", {}, { platform: name }),
    compressed && gzip === "no" && finding("gzip-unsafe", {}, { platform: name, problem: gzipProblem ?? "" }),
    layers[0] === "gzip" && client !== null && finding("gzip-not-text", {}, { client }),
    layers.includes("base64") && describeBase64(platform, compressed, options.base64),
  ].filter((each) => each !== false && each !== null);
}

function describeBase64(platform: Platform, compressed: boolean, asked: boolean | null): Finding | null {
  const { name, encoding, base64Mark } = platform;
  if (base64Mark !== null) return finding("base64-mark", {}, { mark: compressed ? base64Mark.gzip : base64Mark.plain });
  if (asked !== null) return null;
  return finding(encoding === "base64" ? "base64-added" : "base64-for-gzip", {}, { platform: name });
}
