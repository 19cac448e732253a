import { readConfig } from "./read-config.js";
import { VALUES_SCHEMA } from "./values-schema.js";

/** The value of a text, or why YAML has none. */
export type ReadScalar = { value: unknown; problem: null } | { problem: string };

/**
 * Reads a value of a command line. Only what can be written back in the same way is a number, a boolean or null, so
 * that `1.20`, `0644`, `yes` and `52:54:00:12:34:56` stay text; in quotes or brackets YAML decides.
 */
export function readScalar(text: string): ReadScalar {
  if (!/^\s*["'[{]/.test(text)) return { value: PLAIN.get(text) ?? readNumber(text), problem: null };
  const { problem, readAs } = readConfig({ content: new TextEncoder().encode(text) });
  return problem ? { problem: problem.reason } : { value: readAs(VALUES_SCHEMA), problem: null };
}

const PLAIN = new Map<string, unknown>([
  ["true", true],
  ["false", false],
]);

function readNumber(text: string): unknown {
  if (text === "null") return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
