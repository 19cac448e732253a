import type { Finding } from "../model.js";
import { hasColor, write, type Io } from "./io.js";
import { renderFindings } from "./render.js";

/** Prints the findings to stderr, one per line. */
export async function reportFindings(findings: readonly Finding[], io: Io): Promise<void> {
  if (findings.length > 0) await write(io.stderr, renderFindings(findings, { color: hasColor(io, io.stderr) }));
}
