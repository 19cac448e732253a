/** Content without a marker → the content type of its Kubernetes objects, if it has any. */
import { ANY_MANIFEST, typeOfKind } from "../part/content-types.js";
import { isClientObject } from "./client-formats.js";
import { explainNearManifest, type NearManifest } from "./explain-near-manifest.js";
import { inferKind } from "./infer-kind.js";
import { memoizeContent } from "../part/memoize-content.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { Manifest } from "./read-manifest.js";
import { readManifestContent } from "./read-objects.js";

/** The result for a text: its type, or why it only looks like a manifest. */
export type Recognized = { type: string; problem: null } | { type: null; problem: ManifestProblem };

/** Why a text that was meant as a manifest is none, and where. */
export interface ManifestProblem extends NearManifest {
  /** Whether it is not YAML. */
  isSyntax: boolean;
}

/** What nodeadm reads on EKS nodes (Amazon EKS user guide, "Launch templates"): not for an API server. */
const NODE_CONFIG = "application/node.eks.aws";

/**
 * Recognizes manifests by their fields: every document has `apiVersion` and `kind`, or is a bare object of 2014
 * without them. Returns null for other content, and for files of tools (client-formats.ts).
 *
 * The result is kept for the content.
 *
 * @param content UTF-8
 */
export const recognizeManifest = memoizeContent(recognize);

function recognize(content: Uint8Array): Recognized | null {
  const text = new TextDecoder().decode(content);
  // A text without these words contains no Kubernetes object, which is known without a parser.
  if (!/\b(?:kind|apiVersion|desiredState|selector)\b/i.test(text)) return null;
  const { documents, problem } = readManifestContent(content);
  if (problem) return describeSyntaxError(text, problem);
  if (documents.some(({ value }) => isMapping(value) && isClientObject(value))) return null;
  const filled = documents.filter(({ value }) => value !== null);
  const types = filled.map(({ value }) => typeOfDocument(value));
  const [only, ...others] = types;
  if (types.includes(null)) {
    const near = explainNearManifest(filled, (value) => typeOfDocument(value) !== null);
    return near && { type: null, problem: { ...near, isSyntax: false } };
  }
  if (!only) return null;
  if (others.length === 0) return { type: only, problem: null };
  return types.includes(NODE_CONFIG) ? null : { type: ANY_MANIFEST, problem: null };
}

/** Only a text with an object's fields at the start of a line was meant to be a manifest. */
function describeSyntaxError(text: string, problem: NonNullable<Manifest["problem"]>): Recognized | null {
  if (!/^\s*[{"']*(?:apiVersion|kind|desiredState)["']?\s*:/m.test(text)) return null;
  const { reason, fix, line, column } = problem;
  return { type: null, problem: { reason, fix, line, column, isSyntax: true } };
}

function typeOfDocument(document: unknown): string | null {
  if (!isMapping(document)) return null;
  const { apiVersion, kind } = document;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return typeOfBareObject(document);
  if (apiVersion.startsWith("node.eks.aws/") && kind === "NodeConfig") return NODE_CONFIG;
  return isCore(apiVersion) ? typeOfKind(kind) : ANY_MANIFEST;
}

/** Other groups have kinds with the same names, such as the Service of Knative. */
function isCore(apiVersion: string): boolean {
  return !apiVersion.includes("/");
}

function typeOfBareObject(document: Record<string, unknown>): string | null {
  const kind = inferKind(document);
  return kind === null ? null : typeOfKind(kind);
}
