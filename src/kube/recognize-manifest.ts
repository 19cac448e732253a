/** Text without a marker → the content type of the Kubernetes objects in it, if that is what it holds. */
import { YAMLException, YAML11_SCHEMA, loadAll } from "js-yaml";

/** What a text turned out to be. */
export interface Recognized {
  /** Null when the text only looks like a manifest. */
  type: string | null;
  /** Why it is no manifest, in words that follow "no content type:"; null when it is one. */
  problem: string | null;
  line: number | null;
  column: number | null;
}

const OWN_TYPES: Readonly<Record<string, string>> = {
  Pod: "text/x-kube-pod",
  Service: "text/x-kube-service",
  ReplicationController: "text/x-kube-replica",
};

const MANIFEST = "text/x-kube-manifest";

/** What nodeadm reads on EKS nodes (Amazon EKS user guide, "Launch templates"): not for an API server. */
const NODE_CONFIG = "application/node.eks.aws";

/**
 * Recognizes manifests by shape: every document has `apiVersion` and `kind`, or is a bare object of
 * 2014 without them. Returns null for a text that is none.
 */
export async function recognizeManifest(text: string): Promise<Recognized | null> {
  // Text that never names these words holds no Kubernetes object, and needs no parser to tell.
  if (!/\b(?:kind|desiredState|selector)\b/.test(text)) return null;
  try {
    const documents = loadAll(text, { schema: YAML11_SCHEMA, json: true }).filter((document) => document != null);
    const types = documents.map(typeOfDocument);
    const [only, ...others] = types;
    if (!only || types.includes(null)) return null;
    if (others.length === 0) return recognized(only);
    return types.includes(NODE_CONFIG) ? null : recognized(MANIFEST);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return describeSyntaxError(text, error);
  }
}

function recognized(type: string): Recognized {
  return { type, problem: null, line: null, column: null };
}

/** Only a text that names an object's fields at the start of a line was meant to be a manifest. */
function describeSyntaxError(text: string, error: YAMLException): Recognized | null {
  if (!/^\s*[{"']*(?:apiVersion|kind|desiredState)["']?\s*:/m.test(text)) return null;
  const { mark, reason } = error;
  return {
    type: null,
    problem: `it looks like a Kubernetes manifest, but is not valid YAML (${reason})`,
    line: mark ? mark.line + 1 : null,
    column: mark ? mark.column + 1 : null,
  };
}

function typeOfDocument(document: unknown): string | null {
  if (!isObject(document)) return null;
  const { apiVersion, kind } = document;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return typeOfBareObject(document);
  if (apiVersion.startsWith("node.eks.aws/") && kind === "NodeConfig") return NODE_CONFIG;
  return OWN_TYPES[kind] ?? MANIFEST;
}

/** The shapes that the tools of 2014 accepted without kind and apiVersion. */
function typeOfBareObject(document: Record<string, unknown>): string | null {
  const { desiredState, selector, port, containerPort } = document;
  if (isObject(desiredState)) {
    if ("podTemplate" in desiredState || "replicaSelector" in desiredState) return OWN_TYPES["ReplicationController"]!;
    if ("manifest" in desiredState) return OWN_TYPES["Pod"]!;
  }
  const hasPort = port !== undefined || containerPort !== undefined;
  return hasPort && selector !== undefined ? OWN_TYPES["Service"]! : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
