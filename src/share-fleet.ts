/** The nodes of a fleet, made by several threads. */
import { Worker } from "node:worker_threads";
import type { Fleet, FleetOptions } from "./create-fleet.js";
import { KubebootError, type KubebootErrorCode } from "./errors.js";
import type { FleetDescription } from "./fleet/description.js";
import { NodeFindings } from "./fleet/node-findings.js";
import type { Finding } from "./model.js";

/** What a thread makes. */
export interface FleetTask {
  description: string | FleetDescription;
  options: Omit<FleetOptions, "jobs" | "onProgress">;
}

/** What a thread says: how far it is, and then its nodes, or why there are none. */
export type WorkerMessage =
  | { done: number }
  | { fleet: Fleet }
  | { error: { code: KubebootErrorCode; message: string; findings: readonly Finding[] } };

type Outcome = Exclude<WorkerMessage, { done: number }>;

/**
 * Makes the nodes in threads, each of which makes about as many.
 *
 * @param names - the nodes, in order
 * @throws {KubebootError} as `createFleet` does
 */
export async function shareFleet(
  description: string | FleetDescription,
  { jobs = 1, onProgress, ...options }: FleetOptions,
  names: readonly string[],
): Promise<Fleet> {
  const size = Math.ceil(names.length / jobs);
  const shares = Array.from({ length: Math.ceil(names.length / size) }, (_, job) =>
    names.slice(job * size, (job + 1) * size),
  );
  const done = shares.map(() => 0);
  const outcomes = await Promise.all(
    shares.map((only, job) =>
      runTask({ description, options: { ...options, only } }, (count) => {
        done[job] = count;
        onProgress?.(
          done.reduce((sum, each) => sum + each, 0),
          names.length,
        );
      }),
    ),
  );
  return joinOutcomes(outcomes);
}

function runTask(task: FleetTask, onProgress: (done: number) => void): Promise<Outcome> {
  // Beside this file, with the same extension.
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  const worker = new Worker(new URL(`./fleet-worker${extension}`, import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.on("message", (message: WorkerMessage) => {
      if ("done" in message) onProgress(message.done);
      else resolve(message);
    });
    worker.on("error", reject);
  });
}

/** In the order of the shares, which is that of the nodes: the same as one thread would have found. */
function joinOutcomes(outcomes: readonly Outcome[]): Fleet {
  const findings = new NodeFindings();
  const joined: Fleet = { nodes: [], names: [], findings: [] };
  const errors = outcomes.flatMap((outcome) => ("error" in outcome ? [outcome.error] : []));
  for (const outcome of outcomes) {
    const part = "error" in outcome ? outcome.error : outcome.fleet;
    for (const { nodes = [null], ...found } of part.findings) {
      for (const node of nodes) findings.add(found as Finding, node);
    }
    if ("error" in outcome) continue;
    joined.nodes.push(...outcome.fleet.nodes);
    joined.names = outcome.fleet.names;
  }
  joined.findings = findings.list();
  const [first] = errors;
  if (!first) return joined;
  const code = errors.find((error) => error.code === "unreadable")?.code ?? first.code;
  throw new KubebootError(code, first.message, joined.findings);
}
