/** The table of platforms → strings. */
import { PLATFORMS, type Platform } from "../platforms.js";
import { renderColumns, renderJson } from "./render.js";

const HEAD = ["PLATFORM", "BYTES", "COUNTED ON", "GZIP", "CONFIDENCE", "SOURCE"];

/** The platforms as columns, below a line of headings; `?` is what nobody has said. */
export function renderPlatforms(): string {
  return renderColumns([HEAD, ...PLATFORMS.map(describePlatform)]);
}

/** The same as one JSON object. */
export function renderPlatformsJson(): string {
  return renderJson({ platforms: PLATFORMS });
}

function describePlatform({ name, aliases, limit, measuredOn, gzip, confidence, source }: Platform): string[] {
  return [[name, ...aliases].join(", "), String(limit ?? "?"), measuredOn ?? "?", gzip ?? "?", confidence, source];
}
