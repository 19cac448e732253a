/** Part[] → Part[] whose Kubernetes parts are as the instance gets them: upgraded if asked for, and in order. */
import { isUtf8 } from "node:buffer";
import { isKubernetes } from "../part/content-types.js";
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Finding, Part } from "../model.js";
import { dropJsonMarkers } from "./drop-json-marker.js";
import { memoizeContent } from "../part/memoize-content.js";
import { findOldObject } from "./find-old-objects.js";

/** Options for arranging manifests. */
export interface ArrangeOptions {
  upgrade: boolean;
  keepOrder: boolean;
}

/** Loads the code that needs the YAML parser only if there is work for it, because loading takes time. */
export async function arrangeManifests(parts: readonly Part[], options: ArrangeOptions): Promise<ArrangedParts> {
  // A check rejects such a part; decoding it here would give another content.
  if (parts.some(({ type, content }) => isKubernetes(type) && !isUtf8(content)))
    return { parts: [...parts], findings: [] };
  const current = options.upgrade
    ? await upgrade(parts)
    : { parts: [...parts], findings: parts.flatMap(warnOfOldObjects) };
  const unmarked = dropJsonMarkers(current.parts);
  const ordered = options.keepOrder ? { parts: unmarked.parts, findings: [] } : await order(unmarked.parts);
  const rewritten = new Set(current.parts.filter((part, index) => part !== parts[index]).map(({ path }) => path));
  // In a rewritten part a line of the new text is not a line of the file.
  const placed = ordered.findings.map((found) => (rewritten.has(found.path) ? withoutPlace(found) : found));
  return { parts: ordered.parts, findings: [...current.findings, ...unmarked.findings, ...placed] };
}

async function upgrade(parts: readonly Part[]): Promise<ArrangedParts> {
  if (!parts.some(({ type }) => isKubernetes(type))) return { parts: [...parts], findings: [] };
  const { upgradeParts } = await import("./upgrade/upgrade-parts.js");
  return upgradeParts(parts);
}

function warnOfOldObjects({ type, content, path }: Part): Finding[] {
  const found = isKubernetes(type) ? findOld(content) : null;
  return found === null ? [] : [finding("manifest-old", { path, line: found.line }, { version: found.version })];
}

/** A single part of a type that stands for one kind is always in order. */
async function order(parts: readonly Part[]): Promise<ArrangedParts> {
  const [only, ...others] = parts.filter(({ type }) => isKubernetes(type));
  const ordered = !only || (others.length === 0 && only.type !== "text/x-kube-manifest");
  if (ordered) return { parts: [...parts], findings: [] };
  const { orderManifests } = await import("./order/order-manifests.js");
  return orderManifests(parts);
}

function withoutPlace(found: Finding): Finding {
  return { ...found, line: null, column: null };
}

const findOld = memoizeContent((content) => findOldObject(new TextDecoder().decode(content)));
