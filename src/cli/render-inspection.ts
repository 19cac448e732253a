/** A blob that was read → strings. */
import type { ReadBundle, ReadPart } from "../model.js";
import type { Platform } from "../platforms/platforms.js";
import type { OutputStyle } from "./output-style.js";
import { findFits, renderFits } from "./render-limits.js";
import { escapeControls } from "./render.js";
import { renderRows } from "./render-table.js";
import { cutMiddle } from "./text-width.js";

const HEAD = ["#", "TYPE", "FILENAME", "ENCODING", "BYTES"];

/** The parts as a table, the layers around them, and how the blob compares to limits. */
export function renderInspection(bundle: ReadBundle, platform: Platform | null, style: OutputStyle): string {
  const layout = { cut: [1, 2], alignedRight: [0, 4] };
  const [head, ...rows] = renderRows([HEAD, ...bundle.parts.map(describeRow)], layout, style);
  const lines = rows.flatMap((row, index) => [row].concat(describeDeclared(bundle.parts[index]!, style)));
  const fits = findFits(bundle, platform);
  const limits = fits.length > 0 ? renderFits(fits, style) : describeNoLimit(platform);
  return [head, ...lines, "", describeWhole(bundle), "", ...limits].map((line) => `${line}\n`).join("");
}

function describeRow({ number, type, filename, transferEncoding, content }: ReadPart): string[] {
  return [String(number), type, filename, transferEncoding ?? "-", String(content.length)];
}

/** The declared values, where cloud-init uses others. */
function describeDeclared({ type, filename, transferEncoding, declared }: ReadPart, { width }: OutputStyle): string[] {
  const differences = [
    declared.type?.toLowerCase() !== type && (declared.type === null ? "no type" : declared.type),
    declared.filename !== filename && (declared.filename ? `filename ${declared.filename}` : "no filename"),
    declared.transferEncoding !== null &&
      declared.transferEncoding.toLowerCase() !== transferEncoding &&
      `encoding ${declared.transferEncoding}`,
  ].filter((difference) => difference !== false);
  const line = `   declared: ${escapeControls(differences.join(", "))}`;
  return differences.length === 0 ? [] : [cutMiddle(line, width)];
}

function describeWhole({ bytes, layers, message, parts }: ReadBundle): string {
  const count = parts.length === 1 ? "1 part" : `${parts.length} parts`;
  const inside =
    layers.length === 0 ? "" : `: ${layers.map((layer) => `${layer} of `).join("")}${message.length} bytes`;
  return `${count}, ${bytes.length} bytes${inside}`;
}

function describeNoLimit(platform: Platform | null): string[] {
  return platform === null ? [] : [`${platform.name}: ${platform.limit === "none" ? "no limit" : "no known limit"}`];
}
