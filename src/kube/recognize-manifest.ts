/** Content without a marker → the content type of the Kubernetes objects in it, if that is what it holds. */
import { ANY_MANIFEST, typeOfKind } from "../part/content-types.js";
import { inferKind } from "./infer-kind.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { Manifest } from "./read-manifest.js";
import { readManifestContent } from "./read-objects.js";

/** What a text turned out to be. */
export interface Recognized {
  /** Null when the text only looks like a manifest. */
  type: string | null;
  /** Why it is no manifest, in words that follow "no content type:"; null when it is one. */
  problem: string | null;
  line: number | null;
  column: number | null;
}

/** What nodeadm reads on EKS nodes (Amazon EKS user guide, "Launch templates"): not for an API server. */
const NODE_CONFIG = "application/node.eks.aws";

/**
 * Recognizes manifests by shape: every document has `apiVersion` and `kind`, or is a bare object of
 * 2014 without them. Returns null for a content that is none.
 *
 * @param content UTF-8
 */
export function recognizeManifest(content: Uint8Array): Recognized | null {
  const text = new TextDecoder().decode(content);
  // Text that never names these words holds no Kubernetes object, and needs no parser to tell.
  if (!/\b(?:kind|desiredState|selector)\b/.test(text)) return null;
  const { documents, problem } = readManifestContent(content);
  if (problem) return describeSyntaxError(text, problem);
  const types = documents.filter(({ value }) => value !== null).map(({ value }) => typeOfDocument(value));
  const [only, ...others] = types;
  if (!only || types.includes(null)) return null;
  if (others.length === 0) return recognized(only);
  return types.includes(NODE_CONFIG) ? null : recognized(ANY_MANIFEST);
}

function recognized(type: string): Recognized {
  return { type, problem: null, line: null, column: null };
}

/** Only a text that names an object's fields at the start of a line was meant to be a manifest. */
function describeSyntaxError(text: string, problem: NonNullable<Manifest["problem"]>): Recognized | null {
  if (!/^\s*[{"']*(?:apiVersion|kind|desiredState)["']?\s*:/m.test(text)) return null;
  const { reason, line, column } = problem;
  return {
    type: null,
    problem: `it looks like a Kubernetes manifest, but is not valid YAML (${reason})`,
    line,
    column,
  };
}

function typeOfDocument(document: unknown): string | null {
  if (!isMapping(document)) return null;
  const { apiVersion, kind } = document;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return typeOfBareObject(document);
  if (apiVersion.startsWith("node.eks.aws/") && kind === "NodeConfig") return NODE_CONFIG;
  return isCore(apiVersion) ? typeOfKind(kind) : ANY_MANIFEST;
}

/** Other groups have kinds of the same names: the Service of Knative is none of Kubernetes' own. */
function isCore(apiVersion: string): boolean {
  return !apiVersion.includes("/");
}

function typeOfBareObject(document: Record<string, unknown>): string | null {
  const kind = inferKind(document);
  return kind === null ? null : typeOfKind(kind);
}
