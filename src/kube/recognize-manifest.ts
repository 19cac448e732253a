/** Content without a marker → the content type of its Kubernetes objects, if it has any. */
import { ANY_MANIFEST, typeOfKind } from "../part/content-types.js";
import { isClientObject } from "./client-formats.js";
import { inferKind } from "./infer-kind.js";
import { isMapping } from "../yaml/is-mapping.js";
import type { Manifest } from "./read-manifest.js";
import { readManifestContent } from "./read-objects.js";

/** The result for a text. */
export interface Recognized {
  /** Null if the text only looks like a manifest. */
  type: string | null;
  /** Why it is not a manifest, as text that follows "no content type:"; null if it is one. */
  problem: string | null;
  line: number | null;
  column: number | null;
}

/** What nodeadm reads on EKS nodes (Amazon EKS user guide, "Launch templates"): not for an API server. */
const NODE_CONFIG = "application/node.eks.aws";

/**
 * Recognizes manifests by their fields: every document has `apiVersion` and `kind`, or is a bare object of 2014
 * without them. Returns null for other content, and for files of tools (client-formats.ts).
 *
 * @param content UTF-8
 */
export function recognizeManifest(content: Uint8Array): Recognized | null {
  const text = new TextDecoder().decode(content);
  // A text without these words contains no Kubernetes object, which is known without a parser.
  if (!/\b(?:kind|desiredState|selector)\b/.test(text)) return null;
  const { documents, problem } = readManifestContent(content);
  if (problem) return describeSyntaxError(text, problem);
  if (documents.some(({ value }) => isMapping(value) && isClientObject(value))) return null;
  const types = documents.filter(({ value }) => value !== null).map(({ value }) => typeOfDocument(value));
  const [only, ...others] = types;
  if (!only || types.includes(null)) return null;
  if (others.length === 0) return recognized(only);
  return types.includes(NODE_CONFIG) ? null : recognized(ANY_MANIFEST);
}

function recognized(type: string): Recognized {
  return { type, problem: null, line: null, column: null };
}

/** Only a text with an object's fields at the start of a line was meant to be a manifest. */
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

/** Other groups have kinds with the same names, such as the Service of Knative. */
function isCore(apiVersion: string): boolean {
  return !apiVersion.includes("/");
}

function typeOfBareObject(document: Record<string, unknown>): string | null {
  const kind = inferKind(document);
  return kind === null ? null : typeOfKind(kind);
}
