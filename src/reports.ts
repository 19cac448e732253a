/** What the commands print as JSON, as types. The folder schemas/ has the same as JSON Schemas. */
import type { ExplainedPart, Explanation } from "./explain/explanation.js";
import type { CheckCode } from "./findings/table.js";
import type { FleetRecord, RecordedNode } from "./fleet/record.js";
import type { NodeState } from "./fleet/plan-fleet.js";
import type { Finding, Layer, ReadPart, Severity, TransferEncoding } from "./model.js";
import type { Marker } from "./part/content-types.js";
import type { Platform } from "./platforms/platforms.js";
import type { Change } from "./releases/changes.js";
import type { Release } from "./releases/releases.js";

/** What is printed as JSON, by the name for `kubeboot schema`. */
export interface Reports {
  /** `kubeboot bundle --json` */
  bundle: BundleReport;
  /** `kubeboot lint --json` */
  lint: LintReport;
  /** `kubeboot lint --list --json` */
  "lint-list": CheckTable;
  /** `kubeboot lint --format gitlab` */
  "lint-gitlab": CodeQualityReport;
  /** `kubeboot explain --json` */
  explain: ExplainReport;
  /** `kubeboot inspect --json` */
  inspect: InspectReport;
  /** `kubeboot inspect --diff OTHER --json` */
  "inspect-diff": InspectDiffReport;
  /** `kubeboot extract --json` */
  extract: ExtractReport;
  /** `kubeboot fleet --json` */
  "fleet-report": FleetReport;
  /** `kubeboot types --json` */
  types: TypeTable;
  /** `kubeboot platforms --json` */
  platforms: PlatformTable;
  /** `kubeboot releases --json` */
  releases: ReleaseTable;
}

/** What `kubeboot bundle --json` prints. */
export interface BundleReport {
  /** The size of the blob, in bytes; `null` if errors kept it from being written. */
  bytes: number | null;
  /** The encodings around the message, from the outside in. */
  layers: readonly Layer[];
  /** The parts in the order of the blob; none if it was not written. */
  parts: readonly ReportedPart[];
  /** What was found. */
  findings: readonly Finding[];
}

/** A part in a report: its size and hash in place of its content. */
export interface ReportedPart {
  /** The place in the list, from 0. */
  index: number;
  /** The content type in lower case, without parameters. */
  type: string;
  /** The name that cloud-init gets for the part. */
  filename: string;
  /** The encoding of the body; `null` for a part outside of a MIME message. */
  transferEncoding: TransferEncoding | null;
  /** The size of the content, in bytes. */
  bytes: number;
  /** The SHA-256 of the content, in lower-case hexadecimal. */
  sha256: string;
  /** The header fields of the part, by name. */
  headers: Record<string, string>;
}

/** What `kubeboot lint --json` prints. */
export interface LintReport {
  /** Whether everything could be read; what could not was not checked, and is among the findings. */
  complete: boolean;
  /** What was found, in the order of the inputs. */
  findings: readonly Finding[];
}

/** What `kubeboot lint --list --json` prints. */
export interface CheckTable {
  /** Every check. */
  checks: readonly ListedCheck[];
}

/** A check. */
export interface ListedCheck {
  /** The code of its findings. */
  code: CheckCode;
  /** The severity of its findings. */
  severity: Severity;
  /** Why the check exists. */
  reason: string;
  /** How to fix what it finds; `null` if there is no general answer. */
  hint: string | null;
}

/** What `kubeboot lint --format gitlab` prints: GitLab's code quality report. */
export type CodeQualityReport = readonly CodeQualityIssue[];

/** A finding in a code quality report. */
export interface CodeQualityIssue {
  /** What is wrong, and how to fix it, in one line. */
  description: string;
  /** The code of the finding. */
  check_name: Finding["code"];
  /** A SHA-256 in lower-case hexadecimal: the same for a finding that only moved to another line. */
  fingerprint: string;
  /** `blocker`: something can't be read, so it was not checked; `major`: another error; `minor`: a warning; `info`: a note. */
  severity: "blocker" | "major" | "minor" | "info";
  /** The file, from the working directory, and its line; `.` and 1 where there is none. */
  location: { path: string; lines: { begin: number } };
}

/** What `kubeboot explain --json` prints. */
export interface ExplainReport extends Omit<Explanation, "parts"> {
  /** The parts in the order in which the instance gets them. */
  parts: readonly ReportedExplainedPart[];
}

/** What becomes of a part: its size and hash in place of its content. */
export interface ReportedExplainedPart extends Omit<ExplainedPart, "content" | "secretLines"> {
  /** The size of the content, in bytes. */
  bytes: number;
  /** The SHA-256 of the content, in lower-case hexadecimal. */
  sha256: string;
}

/** A blob as a whole. */
export interface ReportedBlob {
  /** The size of the blob, in bytes. */
  bytes: number;
  /** The encodings around the message, from the outside in. */
  layers: readonly Layer[];
  /** The size of the blob without its layers, in bytes. */
  messageBytes: number;
}

/** What `kubeboot inspect --json` prints. */
export interface InspectReport extends ReportedBlob {
  /** The parts in the order of the blob. */
  parts: readonly ReportedReadPart[];
  /** The platform that was named, if it has a limit; else the three tightest. */
  limits: readonly ReportedLimit[];
  /** What was found while reading. */
  findings: readonly Finding[];
}

/** A part that was read: its size and hash in place of its content. */
export interface ReportedReadPart extends ReportedPart, Pick<ReadPart, "number" | "declared" | "offset"> {
  /** The content type that cloud-init uses in the end; that of a template is the one that it renders to. */
  effectiveType: string;
}

/** How a blob compares to the limit of a platform. */
export interface ReportedLimit {
  /** The name of the platform. */
  platform: string;
  /** How much of the limit the blob takes, in bytes as the platform counts them. */
  bytes: number;
  /** The limit, in bytes. */
  limit: number;
}

/** What `kubeboot inspect --diff OTHER --json` prints. */
export interface InspectDiffReport {
  /** The first blob. */
  before: ReportedBlob;
  /** The other blob. */
  after: ReportedBlob;
  /** Every part of the first blob, also unchanged ones, then the new ones. */
  parts: readonly ReportedChange[];
  /** What was found while reading the two. */
  findings: readonly Finding[];
}

/** What changed about a part; `diff` is a unified diff, `null` for equal contents and for those without lines. */
export type ReportedChange =
  | { state: "vanished"; before: ReportedReadPart; after: null; diff: null }
  | { state: "appeared"; before: null; after: ReportedReadPart; diff: null }
  | { state: "changed" | "moved" | "same"; before: ReportedReadPart; after: ReportedReadPart; diff: string | null };

/** What `kubeboot extract --json` prints. */
export interface ExtractReport extends ReportedBlob {
  /** The parts in the order of the blob. */
  parts: readonly ReportedFile[];
  /** What was found while reading. */
  findings: readonly Finding[];
}

/** A part, and the file that has its content. */
export interface ReportedFile extends ReportedReadPart {
  /** The file; `null` for a part that was left out. */
  path: string | null;
  /** What `kubeboot bundle` takes to bundle the file again; `null` for a part that was left out. */
  source: string | null;
}

/** What `kubeboot fleet --json` prints: {@link FleetRecord}, and what only a run knows. */
export interface FleetReport extends Omit<FleetRecord, "nodes"> {
  /** The nodes by name, in the order of the description. */
  nodes: Record<string, ReportedNode>;
  /** What was found about the fleet, and about each node. */
  findings: readonly Finding[];
}

/** A node in the report on a fleet. */
export interface ReportedNode extends RecordedNode {
  /** What became of the blob; `null` for a node that was not made. */
  state: NodeState | null;
}

/** What `kubeboot types --json` prints. */
export interface TypeTable {
  /** Every marker. */
  types: readonly Marker[];
}

/** What `kubeboot platforms --json` prints. */
export interface PlatformTable {
  /** Every platform. */
  platforms: readonly Platform[];
}

/** What `kubeboot releases --json` prints. */
export interface ReleaseTable {
  /** Every image. */
  releases: readonly Release[];
  /** The releases of cloud-init that kubeboot knows, oldest first. */
  versions: readonly string[];
  /** What each of them reads. */
  changes: readonly Change[];
}
