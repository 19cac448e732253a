/** Part[] → Part[] whose Kubernetes parts are v1; Part[] → one manifest of them. */
import { isKubernetes } from "../../part/content-types.js";
import { finding } from "../../findings/finding.js";
import type { ArrangedParts, Finding, Part } from "../../model.js";
import { readManifestOf } from "../read-objects.js";
import { readComments } from "./read-comments.js";
import {
  findMarkerLine,
  formatOf,
  joinChunks,
  upgradeManifest,
  type ManifestFormat,
  type UpgradedManifest,
} from "./upgrade-manifest.js";

/** Every part keeps its position, and a part without v1beta1 objects its exact bytes. */
export function upgradeParts(parts: readonly Part[]): ArrangedParts {
  const findings: Finding[] = [];
  const upgraded = parts.map((part) => {
    if (!isKubernetes(part.type)) return part;
    const manifest = upgradeManifest(part.content, part.path);
    // A check reports manifests that can't be read.
    for (const found of manifest.findings) if (found.code !== "upgrade-syntax") findings.push(found);
    return manifest.text === decode(part) ? part : { ...part, content: Buffer.from(manifest.text) };
  });
  return { parts: upgraded, findings };
}

/** All objects in one manifest, and their findings. */
export interface MergedManifest {
  bytes: Uint8Array;
  findings: Finding[];
}

/** A single part that needs no upgrade, and is in that format, keeps its exact bytes. */
export function mergeUpgraded(parts: readonly Part[], format: ManifestFormat): MergedManifest {
  const others = parts.filter(({ type }) => !isKubernetes(type));
  const findings = others.map(({ path, type }) => finding("upgrade-not-manifest", { path }, { type }));
  const manifests = parts.filter(({ type }) => isKubernetes(type));
  const upgraded = manifests.map((part) => upgradeManifest(part.content, part.path, format));
  for (const manifest of upgraded) for (const found of manifest.findings) findings.push(found);
  const [only, ...more] = manifests;
  if (only && more.length === 0 && isUntouched(only, upgraded[0]!.text, format)) {
    return { bytes: only.content, findings };
  }
  if (format === "yaml") return { bytes: Buffer.from(writeYaml(upgraded)), findings };
  const readable = manifests.filter((_, index) => upgraded[index]!.values.length > 0);
  for (const found of readable.flatMap(reportComments)) findings.push(found);
  return { bytes: Buffer.from(writeJson(upgraded)), findings };
}

/** In YAML that is any v1 manifest, in JSON only one that is only JSON. */
function isUntouched(part: Part, text: string, format: ManifestFormat): boolean {
  const isJson = findMarkerLine(text) === "" && formatOf(text) === "json";
  return text === decode(part) && (format === "yaml" || isJson);
}

/** A marker applies to the whole text, so only the marker of a single manifest stays correct. */
function writeYaml(upgraded: readonly UpgradedManifest[]): string {
  const [only, ...more] = upgraded.map(({ text }) => text);
  if (more.length === 0) return only ?? "";
  return joinChunks(
    upgraded.map(({ text }) => text.slice(findMarkerLine(text).length)),
    "yaml",
  );
}

/** Several objects become a list, as in kubectl's output. */
function writeJson(upgraded: readonly UpgradedManifest[]): string {
  const values = upgraded.flatMap((manifest) => manifest.values);
  const value = values.length === 1 ? values[0] : { apiVersion: "v1", kind: "List", items: values };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function reportComments(part: Part): Finding[] {
  const { path } = part;
  const text = decode(part);
  const marker = findMarkerLine(text).length;
  const { documents } = readManifestOf(part);
  const count = documents
    .flatMap(({ start, yaml }) => readComments(yaml).map((comment) => start + comment.start))
    .filter((offset) => offset >= marker).length;
  return count === 0 ? [] : [finding("upgrade-json-comments", { path }, { count })];
}

function decode({ content }: Part): string {
  return new TextDecoder().decode(content);
}
