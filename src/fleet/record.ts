/** fleet.json: what a folder holds, for programs, and for the next run. */
import type { Finding } from "../model.js";

/** The name of the file beside the folders of the nodes. */
export const RECORD_NAME = "fleet.json";

/** A node in the record. */
export interface RecordedNode {
  /** The user-data blob, from the folder of the record. */
  path: string;
  /** The size of the blob in bytes. */
  bytes: number;
  /** The SHA-256 of the blob, in hexadecimal digits. */
  sha256: string;
  /** The name of the role. */
  role: string;
  /** The variables of the templates, without the other nodes. */
  values: Readonly<Record<string, unknown>>;
  /** Warnings and notes about the node. */
  findings: readonly Finding[];
}

/** The content of fleet.json. */
export interface FleetRecord {
  /** The nodes by name, in the order of the description. */
  nodes: Record<string, RecordedNode>;
  /** The nodes that are no longer in the description, and whose files are still there. */
  gone: string[];
}

/** The text of the record. */
export function writeRecord(record: FleetRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
