import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KubebootError, describeSystemError } from "../errors.js";
import { finding } from "../findings/finding.js";
import { isHostName } from "../text/is-host-name.js";
import { isMapping } from "../yaml/is-mapping.js";
import { RECORD_NAME, type FleetRecord } from "./record.js";

/**
 * The record in a folder; an empty one if there is none.
 *
 * @throws {KubebootError} `unreadable` for a file that is not a record: it may be somebody else's
 */
export function readRecord(directory: string): FleetRecord {
  const path = join(directory, RECORD_NAME);
  const refuse = (reason: string): never => {
    throw new KubebootError("unreadable", `${path}: ${reason}`, [finding("fleet-record", { path }, { reason })]);
  };
  const text = readText(path, refuse);
  if (text === null) return { nodes: {}, gone: [] };
  const record = parseJson(text);
  if (!isMapping(record)) return refuse("it is not a JSON object");
  const { nodes, gone } = record;
  const names = isMapping(nodes) && Array.isArray(gone) ? [...Object.keys(nodes), ...(gone as unknown[])] : null;
  if (!names?.every((name) => typeof name === "string" && isHostName(name))) return refuse("it names no nodes");
  return record as unknown as FleetRecord;
}

function readText(path: string, refuse: (reason: string) => never): string | null {
  try {
    if (!lstatSync(path).isFile()) throw new Error("it is not a file");
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? null : refuse(describeSystemError(error as Error));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
