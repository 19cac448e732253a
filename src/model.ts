import type { Finding } from "./findings/finding.js";
import type { Layer } from "./layers/layers.js";
import type { LinePosition } from "./text/text-position.js";

export type { Severity } from "./findings/define-finding.js";
export type { Finding, Location } from "./findings/finding.js";
export type { Layer } from "./layers/layers.js";

/** What the source `-` stands for: chunks of bytes, as `process.stdin` gives them. */
export type Stdin = AsyncIterable<Uint8Array>;

/** An input as the caller names it: a SOURCE as on the command line, or content held in memory. */
export type SourceInput = string | MemorySource;

/** A source whose content the caller holds. */
export interface MemorySource {
  /** What messages call it; its base name becomes the part's filename. */
  name: string;
  /** The exact bytes, or text that is delivered as UTF-8. */
  content: string | Uint8Array;
  /** The content type; without it the content is sniffed. */
  type?: string;
}

/** A source that has been read. */
export interface Source {
  /** How the user named it: a path, `-` or a URL. */
  path: string;
  /** The base name, which becomes the part's filename. */
  filename: string;
  content: Uint8Array;
  /** The content type that the user declared, or null. */
  type: string | null;
}

/** A source whose content type is known. */
export type TypedSource = Source & { type: string };

/** RFC 2045 section 6, and what Python reads besides. kubeboot writes 7bit, quoted-printable and base64 alone. */
export type TransferEncoding = "7bit" | "8bit" | "binary" | "quoted-printable" | "base64" | "x-uuencode";

/** One entry of the bundle. */
export interface Part {
  /** The content type without parameters, in lower case: `text/x-kube-pod`. */
  type: string;
  filename: string;
  /** The exact bytes that the instance gets. */
  content: Uint8Array;
  /** Chosen when the message is composed; null before that, and for what was read without being in MIME. */
  transferEncoding: TransferEncoding | null;
  /** The part's header fields by name: before composing only those that are set for this part alone. */
  headers: Record<string, string>;
  /** The source that it came from, as the user named it; null for what kubeboot adds itself. */
  path: string | null;
  /** Its number, from 1, in the blob that `path` names; null where `path` names the part's own file. */
  number: number | null;
}

/** An entry of a cloud-config archive that is a source: checked as a part, and delivered as a piece of the archive. */
export interface EntryPart extends Part {
  /** Where a place of the entry's text, or for null the entry, stands in the source. */
  toSource: (at: LinePosition | null) => LinePosition;
}

/** A part that was read from a blob: `type` and `filename` are what cloud-init takes it for. */
export interface ReadPart extends Part {
  number: number;
  /** What its headers say, as they say it; null where they don't. */
  declared: { type: string | null; filename: string | null; transferEncoding: string | null };
  /**
   * Where its first header is, and its body, in bytes from the start of the unwrapped blob; null for an entry
   * of an archive.
   */
  offset: { headers: number; body: number } | null;
}

/** A JSON schema as it was read: an object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a blob holds. */
export interface ReadBundle {
  /** The blob as it was given. */
  bytes: Uint8Array;
  layers: Layer[];
  /** What is inside the layers. */
  message: Uint8Array;
  parts: ReadPart[];
  /** What was found while reading: an error is what cloud-init would not read, though kubeboot can. */
  findings: Finding[];
}

/** A part that was written as a file. */
export interface ExtractedFile {
  path: string;
  /** How it is listed for `bundle`: the path, with the type where the file does not give it away. */
  source: string;
  part: ReadPart;
}

/** What became of a blob that was written as files. */
export interface ExtractedBundle extends ReadBundle {
  /** In the order of the parts. */
  files: ExtractedFile[];
}

/** A header field that is not the same in both parts; null where there is none. */
export interface HeaderChange {
  name: string;
  before: string | null;
  after: string | null;
}

/** What became of a part from one blob to another; `moved` is one that stands elsewhere among those in both. */
export type PartChange =
  | { state: "vanished"; before: ReadPart; after: null }
  | { state: "appeared"; before: null; after: ReadPart }
  | { state: "changed" | "moved" | "same"; before: ReadPart; after: ReadPart; headers: HeaderChange[] };

/** Parts, and what was changed about them on the way. */
export interface ArrangedParts {
  parts: Part[];
  findings: Finding[];
}

/** A text that findings point into: a source, or a part of a blob. */
export interface LintedText {
  path: string;
  /** The number of the part in the blob `path`, or null for a source. */
  part: number | null;
  filename: string;
  content: Uint8Array;
}

/** What the checks say of sources and blobs. */
export interface LintResult {
  /** All that was found, errors too. */
  findings: Finding[];
  /** What the findings point into, in the order of the inputs. */
  texts: LintedText[];
}

/** What became of the sources. */
export interface Bundle {
  /** The user-data blob. */
  bytes: Uint8Array;
  layers: Layer[];
  /** The parts in the blob's order. */
  parts: Part[];
  /** Warnings and notes; errors are thrown. */
  findings: Finding[];
}

/** What became of the manifests. */
export interface UpgradedManifests {
  bytes: Uint8Array;
  /** Warnings and notes; errors are thrown. */
  findings: Finding[];
}
