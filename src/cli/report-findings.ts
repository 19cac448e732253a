import type { Finding } from "../model.js";
import { hasColor, write, type Io } from "./io.js";
import { renderFindings } from "./render.js";

/** Says on stderr what was found, a line each. */
export async function reportFindings(findings: readonly Finding[], io: Io): Promise<void> {
  if (findings.length > 0) await write(io.stderr, renderFindings(findings, { color: hasColor(io, io.stderr) }));
}
