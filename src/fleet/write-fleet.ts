/** A fleet → files, of which only those are written whose content changes. */
import { randomBytes } from "node:crypto";
import { lstatSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { KubebootError, describeSystemError } from "../errors.js";
import { makeFolders } from "../make-folders.js";
import { describeGone, planFleet, USER_DATA, type FleetPlan, type MadeFleet, type NodeState } from "./plan-fleet.js";
import { readRecord } from "./read-record.js";
import type { FleetRecord } from "./record.js";
import type { Finding } from "../model.js";

/** Options for {@link writeFleet}. */
export interface WriteFleetOptions {
  /** The folder for the files; it is created if it is missing. */
  directory: string;
  /** Whether the files of nodes that are no longer in the description are removed. Default: `false`. */
  prune?: boolean;
  /** Whether nothing is written. Default: `false`. */
  dryRun?: boolean;
}

/** The result of {@link writeFleet}. */
export interface WrittenFleet {
  /** What became of each node's user-data, by name; those that were not made are left out. */
  states: Record<string, NodeState>;
  /** What the folder holds now: the content of its file fleet.json. */
  record: FleetRecord;
  /** Names the nodes that are gone, and whose files are still there. */
  findings: Finding[];
  /** The user-data that a node had before; null if it had none. */
  readBefore: (name: string) => Uint8Array | null;
}

/**
 * Writes the nodes of a fleet as files, readable only by their owner: `NAME/user-data`, on NoCloud `NAME/meta-data` too,
 * and `fleet.json`. Files whose content stays the same are not touched. If one file can't be written, all stay as they
 * were.
 *
 * @param fleet - what `createFleet` returns
 * @param options - where the files are written
 * @returns what became of each node
 * @throws {@link KubebootError} with the code `unreadable` for files that can't be read or written
 *
 * @example
 * ```js
 * import { createFleet, writeFleet } from "kubeboot";
 *
 * const roles = { web: { sources: ["web.cfg"] } };
 * const fleet = await createFleet({ roles, nodes: { "web[1-3]": { role: "web" } } });
 * console.log(writeFleet(fleet, { directory: "out", dryRun: true }).states);
 * ```
 */
export function writeFleet(fleet: MadeFleet, options: WriteFleetOptions): WrittenFleet {
  const { directory, prune = false, dryRun = false } = options;
  const plan = planFleet(fleet, readRecord(directory), prune);
  const before = readBefore(directory, plan.files);
  const changed = [...plan.files].filter(([path, content]) => content !== before.get(path));
  if (!dryRun) replaceFiles(directory, changed, before);
  const states: Record<string, NodeState> = {};
  for (const { name, userData } of fleet.nodes) {
    const old = before.get(`${name}/${USER_DATA}`) ?? null;
    states[name] = old === null ? "new" : old === userData ? "same" : "changed";
  }
  for (const name of plan.gone) states[name] = prune ? "removed" : "gone";
  const findings = prune ? [] : describeGone(plan.gone, directory);
  return { states, record: plan.record, findings, readBefore: (name) => before.get(`${name}/${USER_DATA}`) ?? null };
}

/** The content of each file, as the same object where it stays the same: that of thousands of nodes is held once. */
function readBefore(directory: string, files: FleetPlan["files"]): Map<string, Uint8Array | null> {
  const before = new Map<string, Uint8Array | null>();
  for (const [path, content] of files) {
    const old = readFile(join(directory, path));
    before.set(path, areEqual(old, content) ? content : old);
  }
  return before;
}

function areEqual(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one === null || other === null ? one === other : Buffer.compare(one, other) === 0;
}

function readFile(path: string): Uint8Array | null {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats && !stats.isFile()) throw new Error("EEXIST: something that is not a file has this name, open");
    return stats ? readFileSync(path) : null;
  } catch (error) {
    return refuse(path, error);
  }
}

type Change = readonly [path: string, content: Uint8Array | null];

/** First all are written beside their places; only then they take them, the record last. */
function replaceFiles(directory: string, changes: readonly Change[], before: ReadonlyMap<string, Uint8Array | null>) {
  const suffix = `.${randomBytes(6).toString("hex")}.tmp`;
  const done: string[] = [];
  let current = directory;
  const made = new Set<string>();
  try {
    for (const [path, content] of changes) {
      current = join(directory, path);
      if (content === null) continue;
      const created = makeFolders(dirname(current));
      if (created !== null) made.add(created);
      writeFileSync(current + suffix, content, { flag: "wx", mode: 0o600 });
    }
    for (const [path, content] of changes) {
      current = join(directory, path);
      if (content === null) rmSync(current, { force: true });
      else renameSync(current + suffix, current);
      done.push(path);
    }
  } catch (error) {
    for (const path of done) restore(join(directory, path), before.get(path) ?? null);
    for (const [path] of changes) rmSync(join(directory, path) + suffix, { force: true });
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
    refuse(current, error);
  }
  for (const [path, content] of changes) if (content === null) removeEmpty(dirname(join(directory, path)));
}

function restore(path: string, content: Uint8Array | null): void {
  if (content === null) rmSync(path, { force: true });
  else writeFileSync(path, content, { mode: 0o600 });
}

/** A folder with anything else in it stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // The files of the node are removed in any case.
  }
}

function refuse(path: string, error: unknown): never {
  const reason = describeSystemError(error as Error);
  throw new KubebootError("unreadable", `${path} can't be written: ${reason}; nothing is changed`, [], {
    cause: error,
  });
}
