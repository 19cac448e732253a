/** Part[] → Part[] whose Kubernetes parts are as the instance gets them: upgraded if asked for, and in order. */
import { isKubernetes } from "../content-types.js";
import { finding } from "../findings.js";
import type { ArrangedParts, Finding, Part } from "../model.js";
import { dropJsonMarkers } from "./drop-json-marker.js";
import { findV1beta1 } from "./find-v1beta1.js";

/** What can be asked for. */
export interface ArrangeOptions {
  keepOrder: boolean;
}

/** What needs the YAML parser is loaded only when there is something to do for it: that takes time. */
export async function arrangeManifests(parts: readonly Part[], { keepOrder }: ArrangeOptions): Promise<ArrangedParts> {
  const old = parts.flatMap(warnOfV1beta1);
  const unmarked = dropJsonMarkers(parts);
  const ordered = keepOrder ? { ...unmarked, findings: [] } : await order(unmarked.parts);
  return { parts: ordered.parts, findings: [...old, ...unmarked.findings, ...ordered.findings] };
}

function warnOfV1beta1({ type, content, path }: Part): Finding[] {
  const line = isKubernetes(type) ? findV1beta1(new TextDecoder().decode(content)) : null;
  return line === null ? [] : [finding("manifest-old", { path, line })];
}

/** A lone part of a type that stands for one kind is in order. */
async function order(parts: readonly Part[]): Promise<ArrangedParts> {
  const [only, ...others] = parts.filter(({ type }) => isKubernetes(type));
  const ordered = !only || (others.length === 0 && only.type !== "text/x-kube-manifest");
  if (ordered) return { parts: [...parts], findings: [] };
  const { orderManifests } = await import("./order-manifests.js");
  return orderManifests(parts);
}
