import type { Finding } from "../model.js";
import { write, type Io } from "./io.js";
import { styleOutput } from "./output-style.js";
import { renderFindings } from "./render.js";

/** Prints the findings to stderr. */
export async function reportFindings(findings: readonly Finding[], io: Io): Promise<void> {
  if (findings.length === 0) return;
  await write(io.stderr, await renderFindings(findings, styleOutput(io, io.stderr)));
}
