/** Part[] → Part[] in the order, and with the names and headers, in which the instance gets them. */
import { isKubernetes } from "../part/content-types.js";
import { finding, locationOf } from "../findings/finding.js";
import { arrangeManifests } from "../kube/arrange-manifests.js";
import { fitManifestFolder } from "./fit-manifest-folder.js";
import { addMergeType } from "./merge-type.js";
import type { ArrangedParts, Finding, Part, ReadPart } from "../model.js";
import { resolveOptions, type ResolvedOptions } from "../options.js";
import { makePartHandler } from "./part-handler.js";
import { findKubernetesHandler, putHandlersFirst } from "./make-parts.js";
import { nameScripts } from "./name-scripts.js";

type Step = (parts: readonly Part[]) => ArrangedParts | Promise<ArrangedParts>;

/** Takes the parts through every step that the options ask for. */
export async function arrangeParts(parts: readonly Part[], options: ResolvedOptions): Promise<ArrangedParts> {
  const { manifestDir, mergeType } = options;
  const steps: (Step | false)[] = [
    putHandlersFirst,
    (current) => addPartHandler(current, options),
    (current) => arrangeManifests(current, options),
    manifestDir !== null && ((current) => fitManifestFolder(current, manifestDir)),
    nameScripts,
    mergeType !== null && ((current) => addMergeType(current, mergeType)),
  ];
  const findings: Finding[] = [];
  let arranged = [...parts];
  for (const step of steps.filter((each) => each !== false)) {
    const result = await step(arranged);
    arranged = result.parts;
    findings.push(...result.findings);
  }
  return { parts: arranged, findings };
}

/** Puts kubeboot's part handler first where something needs it and the user has not listed one of their own. */
function addPartHandler(parts: readonly Part[], options: ResolvedOptions): ArrangedParts {
  const { handler, manifestDir: directory, handlerTimeout: timeout, start } = options;
  const needed = handler !== null || parts.some(({ type }) => isKubernetes(type));
  if (!needed || handler === "none") return { parts: [...parts], findings: [] };
  const own = findKubernetesHandler(parts);
  if (own) return { parts: [...parts], findings: [finding("handler-replaced", { path: own.path })] };
  return { parts: [makePartHandler({ mode: handler ?? "watch", directory, timeout, start }), ...parts], findings: [] };
}

/** Parts that were read, and what bundling them again would do about the part handler. */
export interface SettledParts {
  parts: readonly ReadPart[];
  findings: Finding[];
}

/** The parts without the part handler that bundling them, without any options, adds again as it is; `keep` leaves it. */
export function omitPartHandler(parts: readonly ReadPart[], { keep }: { keep: boolean }): SettledParts {
  const [first, ...rest] = parts;
  const again = findAddedHandler(rest);
  if (first && again && !keep && isSame(first, again)) {
    return { parts: rest, findings: [finding("handler-left-out", locationOf(first))] };
  }
  const isAbsent = findAddedHandler(parts) !== null;
  return { parts, findings: isAbsent ? [finding("handler-absent", { path: first?.path ?? null })] : [] };
}

function findAddedHandler(parts: readonly Part[]): Part | null {
  const [first] = addPartHandler(parts, resolveOptions({})).parts;
  return first && first !== parts[0] ? first : null;
}

function isSame(one: Part, other: Part): boolean {
  return one.type === other.type && one.filename === other.filename && Buffer.compare(one.content, other.content) === 0;
}
