/** Part[] → Part[] whose Kubernetes parts are v1; Part[] → one manifest of them. */
import { isKubernetes } from "../../content-types.js";
import { finding } from "../../findings.js";
import type { ArrangedParts, Finding, Part } from "../../model.js";
import { readComments } from "./read-comments.js";
import { findMarkerLine, formatOf, joinChunks, upgradeManifest, type ManifestFormat } from "./upgrade-manifest.js";

/** Every part keeps its place, and a part without v1beta1 objects its very bytes. */
export function upgradeParts(parts: readonly Part[]): ArrangedParts {
  const findings: Finding[] = [];
  const upgraded = parts.map((part) => {
    if (!isKubernetes(part.type)) return part;
    const old = decode(part);
    const manifest = upgradeManifest(old, part.path);
    findings.push(...manifest.findings);
    return manifest.text === old ? part : { ...part, content: Buffer.from(manifest.text) };
  });
  return { parts: upgraded, findings };
}

/** All objects in one manifest, and what is to be said about them. */
export interface MergedManifest {
  bytes: Uint8Array;
  findings: Finding[];
}

/** A lone part that needs no upgrade, and is of that format, keeps its very bytes. */
export function mergeUpgraded(parts: readonly Part[], format: ManifestFormat): MergedManifest {
  const others = parts.filter(({ type }) => !isKubernetes(type));
  const findings = others.map(({ path, type }) => finding("upgrade-not-manifest", { path }, { type }));
  const manifests = parts.filter(({ type }) => isKubernetes(type));
  const upgraded = manifests.map((part) => upgradeManifest(decode(part), part.path, format));
  findings.push(...upgraded.flatMap((manifest) => manifest.findings));
  const [only, ...more] = upgraded;
  if (only && more.length === 0 && (format === "yaml" || isUntouchedJson(only.text, manifests[0]!))) {
    return { bytes: Buffer.from(only.text), findings };
  }
  const texts = upgraded.map(({ text }) => text.slice(findMarkerLine(text).length));
  if (format === "yaml") return { bytes: Buffer.from(joinChunks(texts, format)), findings };
  findings.push(...manifests.flatMap(reportComments));
  return { bytes: Buffer.from(writeJson(upgraded.flatMap(({ values }) => values))), findings };
}

function isUntouchedJson(text: string, part: Part): boolean {
  return text === decode(part) && findMarkerLine(text) === "" && formatOf(text) === "json";
}

/** Several objects are a list, as kubectl writes them. */
function writeJson(values: readonly unknown[]): string {
  const value = values.length === 1 ? values[0] : { apiVersion: "v1", kind: "List", items: values };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function reportComments(part: Part): Finding[] {
  const { path } = part;
  const text = decode(part);
  const count = readComments(text.slice(findMarkerLine(text).length)).length;
  return count === 0 ? [] : [finding("upgrade-json-comments", { path }, { count })];
}

function decode({ content }: Part): string {
  return new TextDecoder().decode(content);
}
