/** Part[] → Part[] in the order, and with the names and headers, that the instance gets. */
import { arrangeManifests } from "../kube/arrange-manifests.js";
import type { ArrangedParts, Finding, Part } from "../model.js";
import type { ResolvedOptions } from "../resolve-options.js";
import { addMergeType } from "./add-merge-type.js";
import { addPartHandler } from "./add-part-handler.js";
import { nameScripts } from "./name-scripts.js";
import { putHandlersFirst } from "./put-handlers-first.js";

type Step = (parts: readonly Part[]) => ArrangedParts | Promise<ArrangedParts>;

/** Runs every step that the options ask for. */
export async function arrangeParts(parts: readonly Part[], options: ResolvedOptions): Promise<ArrangedParts> {
  const { manifestDir, merge, mergeType } = options;
  const steps: (Step | false)[] = [
    merge !== false &&
      (async (current) => (await import("./merge-cloud-configs.js")).mergeCloudConfigs(current, merge)),
    putHandlersFirst,
    (current) => addPartHandler(current, options),
    (current) => arrangeManifests(current, options),
    manifestDir !== null &&
      (async (current) => (await import("./fit-manifest-folder.js")).fitManifestFolder(current, manifestDir)),
    nameScripts,
    mergeType !== null && ((current) => addMergeType(current, mergeType)),
  ];
  const findings: Finding[] = [];
  let arranged = [...parts];
  for (const step of steps.filter((each) => each !== false)) {
    const result = await step(arranged);
    arranged = result.parts;
    for (const each of result.findings) findings.push(each);
  }
  return { parts: arranged, findings };
}
