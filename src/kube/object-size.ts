/** How many bytes an object takes where its size is limited. */
import { isMapping } from "../yaml/is-mapping.js";
import { isCustom, stepOf } from "./kind-order.js";
import { textOf } from "../text/text-of.js";

type KubeObject = Record<string, unknown>;

/** All annotations of an object together (apimachinery, pkg/api/validation/objectmeta.go), in bytes. */
export const MOST_ANNOTATIONS = 262_144;

/** Where `kubectl apply` keeps a copy of the object. */
const COPY = "kubectl.kubernetes.io/last-applied-configuration";

/**
 * The size of all annotations after `kubectl apply`, with its copy: JSON as Go writes it, which escapes `<`, `>` and
 * `&`, with the namespace filled in, and a line end (kubectl, pkg/util/apply.go).
 */
export function measureAnnotations(object: KubeObject): number {
  const { apiVersion, kind, metadata } = object;
  const { [COPY]: _, ...annotations } = annotationsOf(object);
  // The kinds of the first step have no namespace, nor have some custom objects, which are taken for 22 bytes more.
  const hasNamespace = stepOf(textOf(apiVersion), textOf(kind)) > 0;
  const given = { ...(hasNamespace ? { namespace: "default" } : {}), ...(isMapping(metadata) ? metadata : {}) };
  const copy = JSON.stringify({ ...object, metadata: { ...given, annotations } });
  const escaped = copy.match(/[<>&]/g)?.length ?? 0;
  return sumTexts({ ...annotations, [COPY]: `${copy}\n` }, { keys: true }) + 5 * escaped;
}

function annotationsOf({ metadata }: KubeObject): KubeObject {
  return isMapping(metadata) && isMapping(metadata["annotations"]) ? metadata["annotations"] : {};
}

/** A size that no server stores. */
export interface Excess {
  what: "data" | "annotations" | "object";
  bytes: number;
  limit: number;
}

/** What makes the object too large for any server, or null. */
export function findExcess(object: KubeObject): Excess | null {
  const data = measureData(object);
  if (data > MOST_DATA) return { what: "data", bytes: data, limit: MOST_DATA };
  const annotations = measureKept(object);
  if (annotations > MOST_ANNOTATIONS) return { what: "annotations", bytes: annotations, limit: MOST_ANNOTATIONS };
  const bytes = measureStored(object);
  return bytes > MOST_STORED ? { what: "object", bytes, limit: MOST_STORED } : null;
}

/** The values of a ConfigMap or a Secret together (kubernetes, pkg/apis/core/validation, MaxSecretSize), in bytes. */
const MOST_DATA = 1_048_576;

/** A request to etcd (etcd's flag --max-request-bytes, by default 1.5 MiB), in bytes. */
const MOST_STORED = 1_572_864;

/** The annotations with `--server-side`; kubectl keeps a copy up to date that the object has already. */
function measureKept(object: KubeObject): number {
  const annotations = annotationsOf(object);
  return COPY in annotations ? measureAnnotations(object) : sumTexts(annotations, { keys: true });
}

function measureData({ apiVersion, kind, ...object }: KubeObject): number {
  if (apiVersion !== "v1") return 0;
  if (kind === "ConfigMap") return sumTexts(object["data"]) + sumDecoded(object["binaryData"]);
  return kind === "Secret" ? sumDecoded(object["data"]) + sumTexts(object["stringData"]) : 0;
}

function sumDecoded(values: unknown): number {
  const texts = isMapping(values) ? Object.values(values) : [];
  return texts.reduce<number>(
    (total, text) => total + (typeof text === "string" ? Buffer.from(text, "base64").length : 0),
    0,
  );
}

/** Custom objects and their definitions are stored as JSON, all others as Protocol Buffers, which hold their texts. */
function measureStored(object: KubeObject): number {
  const { apiVersion, kind } = object;
  const isJson = typeof apiVersion === "string" && (isCustom(apiVersion) || kind === "CustomResourceDefinition");
  return isJson ? Buffer.byteLength(JSON.stringify(object)) : sumTexts(object);
}

function sumTexts(value: unknown, { keys = false } = {}): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (total, [key, each]) => total + (keys ? Buffer.byteLength(key) : 0) + sumTexts(each),
    0,
  );
}
