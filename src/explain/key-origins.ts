/** The merged cloud-config → its text, and where each key of it comes from. */
import { readConfig } from "../cloud-config/read-config.js";
import { writeConfig } from "../cloud-config/write-config.js";
import { locateOrigin } from "./describe-conflicts.js";
import type { ExplainedConfig, KeyOrigin } from "./explanation.js";
import type { Part } from "../model.js";
import type { MergedConfig } from "./merged-config.js";
import type { TracedValue } from "./trace-merge.js";

/**
 * Writes the text, and finds the lines of its keys.
 *
 * @param findSecretLines the lines of a part that hold a secret
 */
export function describeConfig(
  { written, trace, uncertain }: MergedConfig,
  findSecretLines: (part: Part) => number[],
): ExplainedConfig {
  if (written === null) return { text: null, uncertain: uncertain ?? NOT_KEPT, keys: [], secretLines: [] };
  const text = writeConfig(written);
  if (trace === null) return { text, uncertain, keys: [], secretLines: [] };
  const { locate } = readConfig({ content: Buffer.from(text) });
  const found = [...trace.children].flatMap(([key, child]) => listOrigins(child, [key], null));
  const keys = found.map(({ path, from, replaced }) => ({ path, line: locate(path).line, from, replaced }));
  return { text, uncertain, keys, secretLines: findSecretLines(makePart(text)) };
}

function makePart(text: string): Part {
  const nowhere = { path: null, number: null, headers: {}, transferEncoding: null };
  return { type: "text/cloud-config", filename: "cloud-config.txt", content: Buffer.from(text), ...nowhere };
}

const NOT_KEPT = "it has keys or values that JavaScript would change";

/** A key below another one is listed only if it comes from elsewhere. */
function listOrigins(
  { from, replaced, children }: TracedValue,
  path: (string | number)[],
  parent: TracedValue["from"] | null,
): Omit<KeyOrigin, "line">[] {
  const isListed = parent === null || replaced.length > 0 || !isWithin(from, parent);
  const inner = [...children].flatMap(([key, child]) => listOrigins(child, [...path, key], from));
  if (!isListed) return inner;
  return [{ path, from: from.map(locateOrigin), replaced: replaced.map(locateOrigin) }, ...inner];
}

function isWithin(from: TracedValue["from"], parent: TracedValue["from"]): boolean {
  return parent.length === 1 && from.length === 1 && parent[0]!.merge === from[0]!.merge;
}
