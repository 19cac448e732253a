import type { Bundle } from "../model.js";
import { fitPlatform } from "../platforms/fit-platform.js";
import { findPlatform } from "../platforms/find-platform.js";
import { escapeControls } from "./render.js";

/** One line: what was written, and how much of the platform's limit it takes, if one is named and known. */
export function renderSummary(bundle: Bundle, file: string, platform?: string): string {
  const { parts, bytes } = bundle;
  const fit = platform === undefined ? null : fitPlatform(bundle, findPlatform(platform));
  const words = [
    parts.length === 1 ? "1 part" : `${parts.length} parts`,
    `${bytes.length} bytes`,
    ...(fit ? [`${Math.floor((fit.size * 100) / fit.limit)} % of the limit of ${fit.platform.name}`] : []),
  ];
  return `${escapeControls(file)}: ${words.join(", ")}\n`;
}
