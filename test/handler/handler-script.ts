/** The script in bundles, with settings for a test, run as cloud-init and systemd run it. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { renderPartHandler } from "../../src/arrange/part-handler.ts";
import type { HandlerMode } from "../../src/options.ts";

const DRIVER = fileURLToPath(new URL("drive-handler.py", import.meta.url));

/** That of the tests, which may run in a unit of systemd themselves. */
const ENVIRONMENT = { ...process.env, NOTIFY_SOCKET: undefined };

/** The values of the settings line that tests change. */
export interface TestSettings {
  mode?: HandlerMode;
  /** Seconds for one call of the client. */
  timeout?: number;
  /** Seconds of pauses after which a manifest is moved to failed/. */
  limit?: number;
}

/** One call of the part handler: content type, filename, payload. */
export type Call = readonly [type: string, filename: string | null, payload: string | Uint8Array | null];

/** What status.json says of one manifest. */
export interface Entry {
  state: string;
  tries: number;
  waited: number;
  message: string;
  waitingFor: string;
  first: string;
  last: string;
  next?: string;
  sha256?: string;
}

/** A folder with a spool and the script, removed when the test ends. */
export interface TestSpool {
  folder: string;
  spool: string;
  script: string;
  /** The script's console, which does not exist at first. */
  console: string;
  /** Calls the part handler between `__begin__` and `__end__`, and returns its exit status and output. */
  receive: (
    parts: readonly Call[],
    environment?: Readonly<Record<string, string>>,
  ) => { status: number | null; stdout: string; stderr: string };
  /** Adds manifests to pending/ as the part handler would. */
  add: (manifests: Readonly<Record<string, string>>) => void;
  /** The names in pending/, applied/ or failed/, sorted. */
  list: (state: "pending" | "applied" | "failed") => string[];
  /** Starts the applier; it is killed when the test ends. */
  start: (environment?: Readonly<Record<string, string>>) => ChildProcess;
  /** status.json */
  status: () => Record<string, Entry>;
}

/** Creates the folder, with a script whose settings are those of a bundle except for `settings`. */
export function makeSpool({ mode = "watch", timeout = 20, limit = 600 }: TestSettings = {}): TestSpool {
  const folder = mkdtempSync(join(tmpdir(), "kubeboot-handler-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const spool = join(folder, "spool");
  const script = join(folder, "handler.py");
  const console = join(folder, "console");
  const settings = JSON.stringify([mode, `${spool}/`, timeout, limit, 0]).slice(1, -1);
  const text = renderPartHandler({ mode, directory: null, timeout, start: false });
  writeFileSync(
    script,
    text
      .replace(/^(MODE,.*=).*$/m, (_, names: string) => names + settings)
      .replace('"/dev/console"', () => JSON.stringify(console)),
  );
  return {
    folder,
    spool,
    script,
    console,
    receive: (parts, environment = {}) =>
      spawnSync(findPython(), [DRIVER, script], {
        input: encodeCalls(parts),
        encoding: "utf8",
        env: { ...ENVIRONMENT, HOME: folder, ...environment },
      }),
    add: (manifests) => {
      for (const state of ["pending", "applied", "failed"]) mkdirSync(join(spool, state), { recursive: true });
      for (const [name, manifest] of Object.entries(manifests)) writeFileSync(join(spool, "pending", name), manifest);
    },
    list: (state) => readdirSync(join(spool, state)).toSorted(),
    start: (environment = {}) => startApplier(script, { ...ENVIRONMENT, HOME: folder, ...environment }),
    status: () => JSON.parse(readFileSync(join(spool, "status.json"), "utf8")),
  };
}

function encodeCalls(parts: readonly Call[]): string {
  const calls: Call[] = [["__begin__", null, null], ...parts, ["__end__", null, null]];
  return JSON.stringify(calls.map(encodeCall));
}

function encodeCall([type, filename, payload]: Call): unknown {
  return [
    type,
    filename,
    payload instanceof Uint8Array ? { base64: Buffer.from(payload).toString("base64") } : payload,
  ];
}

function startApplier(script: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(findPython(), ["-u", script], { env, stdio: ["ignore", "pipe", "ignore"] });
  child.stdout.resume();
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** The interpreter itself: the one on PATH may be a wrapper that needs tools which the tests remove from PATH. */
function findPython(): string {
  return spawnSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).stdout.trim();
}
