/** The table of platforms → strings. */
import { PLATFORMS, type Platform } from "../platforms/platforms.js";
import type { OutputStyle } from "./output-style.js";
import { renderJson } from "./render.js";
import { renderTable } from "./render-table.js";

const HEAD = ["PLATFORM", "BYTES", "COUNTED ON", "WANTS", "GZIP", "CONFIDENCE", "SOURCE"];

/** The platforms as columns, below a heading; `?` is an unknown value. */
export function renderPlatforms(style: OutputStyle): string {
  return renderTable([HEAD, ...PLATFORMS.map(describePlatform)], { wrapped: [0, 6] }, style);
}

/** The platforms as one JSON object. */
export function renderPlatformsJson(): string {
  return renderJson({ platforms: PLATFORMS });
}

function describePlatform(platform: Platform): string[] {
  const { name, aliases, limit, measuredOn, encoding, gzip, confidence, source } = platform;
  const facts = [limit, measuredOn, encoding, gzip].map((fact) => String(fact ?? "?"));
  return [[name, ...aliases].join(", "), ...facts, confidence, source];
}
