import type { Io } from "./io.js";
import type { Output } from "./output.js";

/** How a result is written for the one who reads it. */
export interface OutputStyle {
  color: boolean;
  /** In columns; lines are not wrapped and names not shortened if it is infinite. */
  width: number;
}

/** Text is not wrapped into less: it would be harder to read than lines that the terminal breaks. */
const LEAST_WIDTH = 40;

/** The width of a terminal that does not tell it. */
const DEFAULT_WIDTH = 80;

/**
 * The style of what is written to a stream.
 *
 * Colour, in this order: NO_COLOR (no-color.org), FORCE_COLOR (force-color.org, and 0 as in Node.js), CLICOLOR_FORCE
 * and CLICOLOR (bixense.com/clicolors), TERM=dumb, and whether the stream is a terminal. The width is that of COLUMNS or
 * of the terminal; as with gh, what goes elsewhere is for programs, and neither wrapped nor shortened.
 */
export function styleOutput({ env }: Pick<Io, "env">, stream: Output): OutputStyle {
  return { color: hasColor(env, stream), width: findWidth(env, stream) };
}

/** The same for prose, which has the width of a terminal wherever it goes. */
export function styleProse(io: Pick<Io, "env">, stream: Output): OutputStyle {
  const { color, width } = styleOutput(io, stream);
  return { color, width: width === Infinity ? DEFAULT_WIDTH : width };
}

function hasColor(env: Io["env"], stream: Output): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, CLICOLOR_FORCE: cliForce } = env;
  if (no) return false;
  if (force) return force !== "0" && force !== "false";
  if (cliForce && cliForce !== "0") return true;
  return stream.isTTY === true && env["TERM"] !== "dumb" && env["CLICOLOR"] !== "0";
}

function findWidth(env: Io["env"], stream: Output): number {
  if (stream.isTTY !== true) return Infinity;
  const named = /^\d{1,5}$/.test(env["COLUMNS"] ?? "") ? Number(env["COLUMNS"]) : 0;
  return Math.max(LEAST_WIDTH, named || stream.columns || DEFAULT_WIDTH);
}
