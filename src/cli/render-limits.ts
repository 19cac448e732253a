/** How a blob compares to platforms' limits → lines. */
import { fitPlatform, type MeasurableBlob, type PlatformFit } from "../platforms/fit-platform.js";
import { PLATFORMS, type Platform } from "../platforms/platforms.js";
import type { OutputStyle } from "./output-style.js";
import { paint } from "./paint.js";

/** For the named platform, or else for up to three platforms whose limits the blob uses most. */
export function findFits(blob: MeasurableBlob, platform: Platform | null): PlatformFit[] {
  const fits = (platform ? [platform] : PLATFORMS).map((each) => fitPlatform(blob, each)).filter((fit) => fit !== null);
  return fits.toSorted((a, b) => b.size / b.limit - a.size / a.limit).slice(0, 3);
}

/** One line with a bar for each; a bar over the limit is red. */
export function renderFits(fits: readonly PlatformFit[], style: OutputStyle): string[] {
  const names = padColumn(fits.map(({ platform }) => platform.name));
  const shares = padColumn(fits.map(describeShare), "left");
  const sizes = fits.map(describeSize);
  const room =
    style.width - Math.max(...sizes.map((_, row) => `${names[row]}  []  ${shares[row]}  ${sizes[row]}`.length));
  const bar = Math.max(4, Math.min(20, room));
  return fits.map((fit, row) => {
    const share = `[${drawBar(fit, bar)}]  ${shares[row]}`;
    return `${names[row]}  ${fit.size > fit.limit ? paint(share, "red", style) : share}  ${sizes[row]}`;
  });
}

function describeShare({ size, limit }: PlatformFit): string {
  return `${Math.floor((size * 100) / limit)} %`;
}

function describeSize({ platform, size, limit }: PlatformFit): string {
  const unit = platform.measuredOn === "base64" ? "bytes of base64" : "bytes";
  return `${size} of ${limit} ${unit}`;
}

function drawBar({ size, limit }: PlatformFit, width: number): string {
  return "#".repeat(Math.min(width, Math.ceil((size * width) / limit))).padEnd(width, "-");
}

function padColumn(cells: readonly string[], side: "left" | "right" = "right"): string[] {
  const width = Math.max(...cells.map((cell) => cell.length));
  return cells.map((cell) => (side === "left" ? cell.padStart(width) : cell.padEnd(width)));
}
