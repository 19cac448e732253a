import { extname } from "node:path";

/** A marker (the start of a first line) and the content type that it stands for. */
export interface Marker {
  marker: string;
  type: string;
  /** What happens to such a part on the instance. */
  meaning: string;
  /** The kind of Kubernetes object that the type stands for; absent for any kind, and for other content. */
  kind?: string;
  /** The file extension that gives the type to content without a marker. */
  extension?: string;
}

/**
 * THE table of markers. The first ten are cloud-init's (handlers/__init__.py, INCLUSION_TYPES_MAP, and
 * its documentation); `#kube-*` are kubeboot's, three of them Fedora Atomic's since 2014.
 */
export const MARKERS: readonly Marker[] = [
  { marker: "#!", type: "text/x-shellscript", meaning: "a script, run at the end of the first boot" },
  { marker: "#cloud-config", type: "text/cloud-config", meaning: "cloud-config YAML" },
  { marker: "#cloud-config-archive", type: "text/cloud-config-archive", meaning: "a YAML list of further parts" },
  {
    marker: "#cloud-config-jsonp",
    type: "text/cloud-config-jsonp",
    meaning: "a JSON patch of the cloud-config so far",
  },
  { marker: "#include", type: "text/x-include-url", meaning: "URLs to read further user-data from" },
  { marker: "#include-once", type: "text/x-include-once-url", meaning: "the same, read once for each instance" },
  { marker: "#part-handler", type: "text/part-handler", meaning: "Python that handles a content type" },
  { marker: "#cloud-boothook", type: "text/cloud-boothook", meaning: "a script, run early and at every boot" },
  { marker: "#upstart-job", type: "text/upstart-job", meaning: "an Upstart job; removed in cloud-init 22.2" },
  { marker: "## template: jinja", type: "text/jinja2", meaning: "a template of cloud-config or of a script" },
  { marker: "#kube-pod", type: "text/x-kube-pod", meaning: "a Kubernetes Pod", kind: "Pod", extension: ".pod" },
  {
    marker: "#kube-service",
    type: "text/x-kube-service",
    meaning: "a Kubernetes Service",
    kind: "Service",
    extension: ".service",
  },
  {
    marker: "#kube-replica",
    type: "text/x-kube-replica",
    meaning: "a Kubernetes ReplicationController",
    kind: "ReplicationController",
    extension: ".replica",
  },
  { marker: "#kube-manifest", type: "text/x-kube-manifest", meaning: "any Kubernetes objects" },
];

/** RFC 2045 section 5.1: type "/" subtype, each a token. */
const CONTENT_TYPE = /^[!#$%&'*+\-.^_`{|}~0-9a-z]+\/[!#$%&'*+\-.^_`{|}~0-9a-z]+$/;

/** Whether `type` is a valid content type, in lower case and without parameters. */
export function isContentType(type: string): boolean {
  return CONTENT_TYPE.test(type);
}

/** Whether cloud-init hands parts of this type to handlers as text, decoded from UTF-8. */
export function isTextType(type: string): boolean {
  return type.startsWith("text/");
}

/** The types of user_data.py, DECOMP_TYPES. */
const COMPRESSED_TYPE =
  /^application\/(?:gzip|gzip-compressed|gzipped|x-(?:compress|compressed|gunzip|gzip|gzip-compressed))$/;

/** Whether cloud-init unpacks parts of this type, and then sniffs them as if no type were declared. */
export function isCompressed(type: string): boolean {
  return COMPRESSED_TYPE.test(type);
}

/** Whether a part is Python that handles other parts. */
export function isPartHandler({ type }: { type: string }): boolean {
  return type === "text/part-handler";
}

/** Whether a part of this type holds Kubernetes objects. */
export function isKubernetes(type: string): boolean {
  return type.startsWith("text/x-kube-");
}

/** The type of Kubernetes parts that hold objects of any kind. */
export const ANY_MANIFEST = "text/x-kube-manifest";

/** The kind of Kubernetes object that a type stands for, or null. */
export function kindOfType(type: string): string | null {
  return MARKERS.find((marker) => marker.type === type)?.kind ?? null;
}

/** The type that stands for a kind of Kubernetes object; the type of any manifest if there is none. */
export function typeOfKind(kind: string): string {
  return MARKERS.find((marker) => marker.kind === kind)?.type ?? ANY_MANIFEST;
}

/** The type that a file name implies, or null. */
export function typeOfExtension(filename: string): string | null {
  const extension = extname(filename).toLowerCase();
  return MARKERS.find((marker) => marker.extension === extension)?.type ?? null;
}

/**
 * Python's white space, which cloud-init strips before it compares (handlers/__init__.py,
 * type_from_starts_with), and the byte order mark.
 */
const LEADING_BLANKS = /^[\s\x1c-\x1f\x85\ufeff]+/;

const LONGEST_FIRST = MARKERS.toSorted((a, b) => b.marker.length - a.marker.length);

/** The marker that `text` begins with, or null. Ignores case, leading blanks and a byte order mark. */
export function findMarker(text: string): Marker | null {
  const start = text.replace(LEADING_BLANKS, "");
  return LONGEST_FIRST.find(({ marker }) => beginsWith(start, marker)) ?? null;
}

function beginsWith(text: string, marker: string): boolean {
  if (text.slice(0, marker.length).toLowerCase() !== marker) return false;
  const next = text.charAt(marker.length);
  return marker === "#!" || next === "" || /\s/.test(next);
}
