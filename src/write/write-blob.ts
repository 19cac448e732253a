/** Part[] → the blob as it is handed to the platform, and how it fits there. */
import { checkLimits } from "./check-limits.js";
import { composeMessage } from "./compose-message.js";
import { encodeBlob } from "./encode-blob.js";
import { finding } from "../findings/finding.js";
import { fitPlatform } from "../platforms/fit-platform.js";
import type { Bundle, Finding, Layer, Part } from "../model.js";
import type { ResolvedOptions } from "../options.js";
import type { Platform } from "../platforms/platforms.js";

/** A blob of which nothing has been said yet. */
type WrittenBlob = Omit<Bundle, "findings">;

/** Writes the blob in the layers that the options and the platform ask for, and checks it against the limits. */
export async function writeBlob(parts: readonly Part[], options: ResolvedOptions): Promise<Bundle> {
  const { platform, check } = options;
  const blob = await writeLayered(parts, options);
  const limits = check ? await checkLimits(blob, platform, () => wrap(parts, options, true)) : [];
  const layers = platform === null ? [] : describeLayers(blob.layers, platform, options);
  return { ...blob, findings: [...layers, ...limits] };
}

async function writeLayered(parts: readonly Part[], options: ResolvedOptions): Promise<WrittenBlob> {
  const { gzip, platform } = options;
  if (gzip !== "auto") return wrap(parts, options, gzip);
  const plain = await wrap(parts, options, false);
  const mayCompress = platform !== null && platform.gzip !== "no" && fitPlatform(plain, platform)?.isOver;
  return mayCompress ? wrap(parts, options, true) : plain;
}

/** The message is composed anew for gzip: that decides which transfer encodings are the smaller. */
async function wrap(parts: readonly Part[], options: ResolvedOptions, gzip: boolean): Promise<WrittenBlob> {
  const { boundary, platform } = options;
  const base64 = options.base64 ?? wantsBase64(platform, gzip);
  const message = await composeMessage(parts, { boundary, gzip });
  const layers: (Layer | false)[] = [base64 && "base64", gzip && "gzip"];
  return {
    bytes: await encodeBlob(message.bytes, { gzip, base64 }),
    layers: layers.filter((layer) => layer !== false),
    parts: message.parts,
  };
}

function wantsBase64(platform: Platform | null, gzip: boolean): boolean {
  return platform?.encoding === "base64" || (gzip && platform?.gzip === "base64");
}

/** What the user has not asked for in so many words, or has to know when handing the blob over. */
function describeLayers(layers: readonly Layer[], platform: Platform, options: ResolvedOptions): Finding[] {
  const gzip = layers.includes("gzip");
  const { name, gzip: safety, gzipProblem } = platform;
  return [
    gzip && options.gzip === "auto" && finding("gzip-added", {}, { platform: name }),
    gzip && safety === "no" && finding("gzip-unsafe", {}, { platform: name, problem: gzipProblem ?? "" }),
    layers.includes("base64") && describeBase64(platform, gzip, options.base64),
  ].filter((each) => each !== false && each !== null);
}

function describeBase64(platform: Platform, gzip: boolean, asked: boolean | null): Finding | null {
  const { name, encoding, base64Mark } = platform;
  if (base64Mark !== null) return finding("base64-mark", {}, { mark: gzip ? base64Mark.gzip : base64Mark.plain });
  if (asked !== null) return null;
  return finding(encoding === "base64" ? "base64-added" : "base64-for-gzip", {}, { platform: name });
}
