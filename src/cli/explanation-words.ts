/** What every format of an explanation says in the same words. */
import type { Conflict, Explanation, Origin, StageName, Step } from "../explain/explanation.js";
import type { FindingOf } from "../findings/finding.js";
import type { Finding } from "../model.js";

const HEADINGS: Readonly<Record<StageName, string>> = {
  network: "Network stage",
  config: "Config stage",
  final: "Final stage",
  after: "After cloud-init",
};

/** A stage in which something happens. */
export interface StageOfSteps {
  stage: StageName;
  heading: string;
  steps: Step[];
}

/** The stages in their order. */
export function groupByStage(steps: readonly Step[]): StageOfSteps[] {
  const stages = Object.entries(HEADINGS) as [StageName, string][];
  return stages
    .map(([stage, heading]) => ({ stage, heading, steps: steps.filter((step) => step.stage === stage) }))
    .filter((group) => group.steps.length > 0);
}

/** The findings that are about no step. */
export function listOtherFindings({ steps, findings }: Explanation): Finding[] {
  const attached = new Set(steps.flatMap((step) => step.findings));
  return findings.filter((found) => !attached.has(found));
}

/** How many parts there are, in which encodings, and what they are for. */
export function describeUserData({ parts, layers, platform, release }: Explanation): string {
  const count = parts.length === 1 ? "1 part" : `${parts.length} parts`;
  const image = release?.name === release?.version ? "" : ` on ${release?.name}`;
  const reader = release === null ? "" : `, read by cloud-init ${release.version}${image}`;
  return `${[count, ...layers.toReversed()].join(" in ")}${platform === null ? "" : `, for ${platform}`}${reader}`;
}

/** The name of a part, and the line in it. */
export function nameOrigin({ filename, line }: Origin): string {
  return line === null ? filename : `${filename}:${line}`;
}

/** What lint reports of the same loss. */
export function findToldLoss({ key }: Conflict, findings: readonly Finding[]): Finding | undefined {
  return findings.find((found) => isLoss(found) && found.args.key === key);
}

function isLoss(found: Finding): found is FindingOf<"config-replaced" | "config-ignored"> {
  return found.code === "config-replaced" || found.code === "config-ignored";
}
