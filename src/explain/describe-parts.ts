/** Parts and steps → what becomes of each part. */
import type { Part } from "../model.js";
import { effectiveType } from "../part/effective-type.js";
import { RUNCMD } from "../part/script-folders.js";
import type { ExplainedPart } from "./explanation.js";
import type { MergedConfig } from "./merged-config.js";
import type { HandedParts } from "./network-steps.js";
import { scriptName } from "./script-files.js";
import { originOf, type Draft } from "./steps.js";

/** What is known of the parts. */
export interface PartsContext {
  handed: HandedParts;
  config: MergedConfig;
  findSecretLines: (part: Part) => number[];
}

/** @param drafts all steps, in order */
export function describeParts(
  parts: readonly Part[],
  drafts: readonly Draft[],
  { handed, config, findSecretLines }: PartsContext,
): ExplainedPart[] {
  const steps = new Map<Part, number[]>(parts.map((part) => [part, []]));
  for (const [index, draft] of drafts.entries()) for (const part of draft.parts) steps.get(part)?.push(index + 1);
  return parts.map((part, index) => {
    const own = steps.get(part)!;
    const type = effectiveType(part);
    const known = handed.dropped.get(part) ?? config.dropped.get(part) ?? null;
    const dropped = own.length === 0 ? (known ?? findLoss(part, type, handed.scripts)) : known;
    const { path, part: number, filename } = originOf(part);
    return {
      index: index + 1,
      type,
      filename,
      path,
      part: number,
      steps: own,
      dropped,
      content: part.content,
      get secretLines() {
        return findSecretLines(part);
      },
    };
  });
}

/** Why a part that a handler takes has no step. */
function findLoss(part: Part, type: string, scripts: readonly Part[]): string | null {
  if (!scripts.includes(part)) return NOTHING[type] ?? null;
  const isSame = (other: Part): boolean => effectiveType(other) === type && scriptName(other) === scriptName(part);
  const winner = scripts.findLast(isSame);
  if (winner !== part) return "a later script has the same name";
  return scriptName(part) === RUNCMD ? "the script of `runcmd` has the same name" : "no module runs it";
}

const NOTHING: Readonly<Record<string, string>> = {
  "text/cloud-config": "it is not one YAML mapping",
  "text/cloud-config-archive": "it has no entries",
};
