/** Parts as the instance gets them → what happens at boot, in order. */
import type { Finding, Layer, Part } from "../model.js";
import { effectiveType } from "../part/effective-type.js";
import { listModules } from "../releases/list-modules.js";
import { NEWEST_RELEASE, type Release } from "../releases/releases.js";
import { attachFindings } from "./attach-findings.js";
import { describeParts } from "./describe-parts.js";
import type { ExplainedConfig, Explanation, Step } from "./explanation.js";
import { describeConfig } from "./key-origins.js";
import { describeMerge } from "./merge-step.js";
import { mergeConfig } from "./merged-config.js";
import { listModuleSteps } from "./module-steps.js";
import { handParts } from "./network-steps.js";
import type { Draft } from "./steps.js";
import { listSubmitSteps } from "./submit-steps.js";

/** What is explained. */
export interface Boot {
  /** The parts as the instance gets them, each archive followed by its entries. */
  parts: readonly Part[];
  /** The same with templates filled in. */
  rendered: readonly Part[];
  layers: readonly Layer[];
  platform: string | null;
  /** Null for the newest. */
  release: Release | null;
  findings: readonly Finding[];
  /** The lines of a part's text, from 1, that hold a secret. */
  findSecretLines: (part: Part) => number[];
}

/** Nothing is run and nothing is fetched. */
export function explainBoot({
  parts: given,
  rendered,
  layers,
  platform,
  release,
  findings,
  findSecretLines,
}: Boot): Explanation {
  const parts = rendered.filter((part, index) => !isOpened(part, rendered[index + 1]));
  const templates = new Set(parts.filter((part) => !given.includes(part)));
  const reader = release ?? NEWEST_RELEASE;
  const handed = handParts(parts, templates, reader);
  const config = mergeConfig(parts);
  const modules = listModuleSteps(listModules(reader, config.root), config, { ...handed, release });
  const submits = handed.applier === null ? [] : listSubmitSteps(handed.manifests, handed.applier);
  const drafts = [
    ...handed.drafts,
    ...describeMerge(config, modules),
    ...submits.filter(({ stage }) => stage === "network"),
    ...modules,
    ...submits.filter(({ stage }) => stage !== "network"),
  ];
  const steps = numberSteps(drafts, findings);
  let described: ExplainedConfig | null = null;
  return {
    platform,
    release: release && { name: release.name, version: release.latest! },
    layers: [...layers],
    parts: describeParts(parts, drafts, { handed, config, findSecretLines }),
    steps,
    nextBoot: steps.filter(({ frequency }) => frequency === "always").map(({ number }) => number),
    /** Most formats don't need it, and a large one takes seconds. */
    get config() {
      return (described ??= describeConfig(config, findSecretLines));
    },
    findings: [...findings],
  };
}

/** An archive becomes its entries, which alone know their places in it. */
function isOpened(part: Part, next: Part | undefined): boolean {
  return effectiveType(part) === "text/cloud-config-archive" && next !== undefined && "isEntry" in next;
}

function numberSteps(drafts: readonly Draft[], findings: readonly Finding[]): Step[] {
  const attached = attachFindings(drafts, findings);
  const numbers = new Map(drafts.map((each, index) => [each, index + 1]));
  return drafts.map((each) => {
    const { stage, kind, name, text, details, frequency, from, waitsFor, conflicts } = each;
    return {
      number: numbers.get(each)!,
      stage,
      kind,
      name,
      text,
      details,
      frequency,
      from,
      waitsFor: waitsFor.map((other) => numbers.get(other)!),
      conflicts,
      findings: attached.get(each) ?? [],
    };
  });
}
