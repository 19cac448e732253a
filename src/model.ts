import type { Finding } from "./findings/finding.js";
import type { Layer } from "./layers/layers.js";
import type { LinePosition } from "./text/text-position.js";

export type { Severity } from "./findings/define-finding.js";
export type { Finding, Location } from "./findings/finding.js";
export type { Layer } from "./layers/layers.js";

/** The content of the source `-`, in chunks, such as `process.stdin`. */
export type Stdin = AsyncIterable<Uint8Array>;

/**
 * One input: a SOURCE as on the command line, or one in memory. A string is one of these:
 *
 * - the path of a file
 * - the path of a folder: its files, sorted by name, without hidden ones
 * - `PATH:TYPE`, a path and the content type; `text/` may be left out. A file with that whole name takes precedence
 * - `-` or `-:TYPE`: the option `stdin`
 * - an `http` or `https` URL: cloud-init includes it at boot; kubeboot does not fetch it
 */
export type SourceInput = string | MemorySource;

/** A source in memory. */
export interface MemorySource {
  /** The name in findings; its last path component becomes the part's filename. */
  name: string;
  /** The exact bytes, or a text, which is encoded as UTF-8. */
  content: string | Uint8Array;
  /** The content type. Default: recognized by the content, then by the file extension in `name`. */
  type?: string;
}

/** A source that was read. */
export interface Source {
  /** The source as the caller named it: a path, `-` or a URL. */
  path: string;
  /** The last path component, which becomes the part's filename. */
  filename: string;
  content: Uint8Array;
  /** The declared content type, or null. */
  type: string | null;
  /** Set where `content` was made of a template. */
  template?: { content: Uint8Array; toSource: Trace };
}

/** Where a place of a text stands in its source; for null, where the text as a whole does. */
export type Trace = (at: LinePosition | null) => LinePosition | null;

/** A source whose content type is known. */
export type TypedSource = Source & { type: string };

/**
 * The encoding of a part's body in the message: those of RFC 2045 section 6, and `x-uuencode`, which Python's email
 * package reads too. kubeboot writes only `7bit`, `quoted-printable` and `base64`.
 */
export type TransferEncoding = "7bit" | "8bit" | "binary" | "quoted-printable" | "base64" | "x-uuencode";

/** A part of a bundle. */
export interface Part {
  /** The content type in lower case, without parameters, such as `text/x-kube-pod`. */
  type: string;
  /** The name that cloud-init gets for the part; for most scripts, the name of the file that it runs. */
  filename: string;
  /** The exact bytes, without any transfer encoding. */
  content: Uint8Array;
  /** The encoding of the body; `null` for a part that is not in a MIME message, or not yet. */
  transferEncoding: TransferEncoding | null;
  /** The header fields by name; before the message is written, only those that are set for this part. */
  headers: Record<string, string>;
  /** The source or blob that it comes from, as the caller named it; `null` for a part that kubeboot adds. */
  path: string | null;
  /** The number of the part, from 1, in the blob `path`; `null` for a part that comes from a source. */
  number: number | null;
}

/** A part whose text has other places than its source. */
export interface TracedPart extends Part {
  toSource: Trace;
}

/** An entry of a cloud-config archive that is a source: checked as a part, and delivered as a piece of the archive. */
export interface EntryPart extends TracedPart {
  isEntry: true;
}

/** A part that was read from a blob. Its `type`, `filename` and `content` are those that cloud-init gets. */
export interface ReadPart extends Part {
  /** The number of the part in the blob, from 1. */
  number: number;
  /** The values in the part's headers, unchanged; `null` for those that are missing. */
  declared: { type: string | null; filename: string | null; transferEncoding: string | null };
  /**
   * Where the part's first header and its body begin, in bytes from the start of the message; `null` for an entry of
   * a cloud-config archive.
   */
  offset: { headers: number; body: number } | null;
}

/** A JSON schema that was read: an object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The result of {@link readBundle}. */
export interface ReadBundle {
  /** The blob, unchanged. */
  bytes: Uint8Array;
  /** The encodings around the message, from the outside in. */
  layers: Layer[];
  /** The blob without its layers: a MIME message, or a single text. */
  message: Uint8Array;
  /** The parts in the order of the blob; the entries of a cloud-config archive are parts of their own. */
  parts: ReadPart[];
  /** What was found while reading. An error is something that kubeboot can read, and cloud-init can't. */
  findings: Finding[];
}

/** A part that was written as a file. */
export interface ExtractedFile {
  /** The path of the file: the option `directory`, and a name that is safe and unique in it. */
  path: string;
  /** The source for {@link createBundle}: the path, with the content type if that would not be recognized. */
  source: string;
  /** The part whose content the file has. */
  part: ReadPart;
}

/** The result of {@link extractBundle}. */
export interface ExtractedBundle extends ReadBundle {
  /** The files that were written, in the order of the parts. */
  files: ExtractedFile[];
}

/** A header field that differs between two parts; null where it is missing. */
export interface HeaderChange {
  name: string;
  before: string | null;
  after: string | null;
}

/** What changed about a part from one blob to another; a `moved` part has another place among those in both. */
export type PartChange =
  | { state: "vanished"; before: ReadPart; after: null }
  | { state: "appeared"; before: null; after: ReadPart }
  | { state: "changed" | "moved" | "same"; before: ReadPart; after: ReadPart; headers: HeaderChange[] };

/** Parts, and findings about what was changed in them. */
export interface ArrangedParts {
  parts: Part[];
  findings: Finding[];
}

/** A text that was checked: a source, or a part of a blob. */
export interface LintedText {
  /** The source or blob, as in the `path` of findings. */
  path: string;
  /** The number of the part in the blob `path`, from 1; `null` for a source. */
  part: number | null;
  /** The filename of the part, or the last path component of the source. */
  filename: string;
  /** The exact bytes. */
  content: Uint8Array;
}

/** The result of {@link lintSources}. */
export interface LintResult {
  /** Everything that was found, errors too. */
  findings: Finding[];
  /** The texts that were checked, in the order of the inputs. Lines and columns of findings are those of a text. */
  texts: LintedText[];
}

/** The result of {@link createBundle}. */
export interface Bundle {
  /** The user-data blob. */
  bytes: Uint8Array;
  /** The encodings around the MIME message, from the outside in. */
  layers: Layer[];
  /** The parts in the order of the blob. */
  parts: Part[];
  /** Warnings and notes; errors are thrown. */
  findings: Finding[];
}

/** The result of {@link upgradeManifests}. */
export interface UpgradedManifests {
  /** All objects in one manifest. */
  bytes: Uint8Array;
  /** Warnings and notes; errors are thrown. */
  findings: Finding[];
}
