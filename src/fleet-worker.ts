/** A thread of {@link createFleet}: makes some of the nodes. */
import { parentPort, workerData } from "node:worker_threads";
import { createFleet } from "./create-fleet.js";
import { KubebootError } from "./errors.js";
import type { FleetTask, WorkerMessage } from "./share-fleet.js";

const { description, options } = workerData as FleetTask;

const send = (message: WorkerMessage): void => parentPort!.postMessage(message, []);

async function run(): Promise<void> {
  try {
    const fleet = await createFleet(description, { ...options, onProgress: (done) => send({ done }) });
    send({ fleet });
  } catch (error) {
    if (!(error instanceof KubebootError)) throw error;
    send({ error: { code: error.code, message: error.message, findings: error.findings } });
  }
}

void run();
