/**
 * A temporary root in which the machine's own cloud-init boots a user-data blob.
 *
 * The root is the machine's file system, read-only, under an overlay. Processes in it have separate mount, process,
 * IPC and host name namespaces and see no disk, so nothing reaches the machine; the files that they write are in a
 * folder that tests read. Needs the rights of root, unshare (util-linux), ip (iproute2) and overlayfs.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { CHECKOUT_FILES, CLOUD_INIT, PYTHON_PATH } from "./checkout.ts";

/** How a root differs from the machine. */
export interface RootOptions {
  /** Files to create in it, by absolute path; one that starts with `#!` becomes executable. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** Absolute paths that it must not have, even if the machine has them. */
  absent?: readonly string[];
  /** Added to the environment of all processes in it. */
  environment?: Readonly<Record<string, string>>;
  /** `none`, the default: only a separate loopback. `host`: the machine's network. */
  network?: "none" | "host";
}

/** The result of a command in the root. */
export interface CommandResult {
  /** The exit status, or null if it was killed after one minute. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The result of a boot. */
export interface BootResult {
  /** One for each of cloud-init's four stages, in order. */
  stages: CommandResult[];
  /** The lines that this boot added to /var/log/cloud-init.log. */
  log: string;
  /** Its lines of level warning or higher. */
  warnings: string[];
}

/** A root that exists until it is removed; between calls it has no processes and no mounts. */
export interface CloudInitRoot {
  /**
   * Boots a blob: for the first time, or again on the state of the last boot.
   *
   * @param instanceId an ID that the root has not booted with makes this the first boot of an instance
   */
  boot: (userData: Uint8Array, instanceId?: string) => Promise<BootResult>;
  /** Runs a command in the root in the state of the last boot; /run and /tmp are those of that boot. */
  run: (command: readonly string[]) => Promise<CommandResult>;
  /**
   * The path on the machine of a file that was written or created in the root under this absolute path. Does not
   * follow links: use `/var/lib/cloud/instances/first`, not the link `/var/lib/cloud/instance`.
   */
  path: (path: string) => string;
  /** Deletes the root. */
  remove: () => void;
}

const TIME_LIMIT_MS = 60_000;

const STAGES = [["init", "--local"], ["init"], ["modules", "--mode=config"], ["modules", "--mode=final"]];

/** JSON is YAML. Contains only those modules of cloud-init that run what user-data brings. */
const CLOUD_CONFIG = JSON.stringify({
  datasource_list: ["NoCloud"],
  network: { config: "disabled" },
  cloud_init_modules: ["bootcmd", "write-files"],
  cloud_config_modules: ["runcmd"],
  cloud_final_modules: ["scripts-per-once", "scripts-per-boot", "scripts-per-instance", "scripts-user"],
});

const SEED = "/var/lib/cloud/seed/nocloud";

/** Creates a root that has not booted yet. */
export async function makeCloudInitRoot(options: RootOptions = {}): Promise<CloudInitRoot> {
  // An overlay's upper folder can't be on an overlay, as a container's file system is; on a tmpfs it can.
  const folder = mkdtempSync("/dev/shm/kubeboot-root-");
  for (const name of ["upper", "work", "root", "run", "tmp"]) mkdirSync(join(folder, name));
  const root: CloudInitRoot = {
    boot: (userData, instanceId = "first") => boot(root, userData, instanceId),
    run: (command) => enter(folder, command, options),
    path: (path) => join(folder, /^\/(run|tmp)\//.test(path) ? "." : "upper", path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  try {
    await furnish(root, options);
    return root;
  } catch (error) {
    root.remove();
    throw error;
  }
}

/** The machine may be an instance itself: the state of its boots must not be used here. */
async function furnish(root: CloudInitRoot, { files = {}, absent = [] }: RootOptions): Promise<void> {
  await succeed(root, ["rm", "-rf", "/var/lib/cloud", "/var/log/cloud-init.log", ...absent]);
  await succeed(root, ["mkdir", "-p", SEED, "/var/log"]);
  const all = {
    ...CHECKOUT_FILES,
    "/etc/cloud/cloud.cfg.d/99-test.cfg": CLOUD_CONFIG,
    "/var/log/cloud-init.log": "",
    ...files,
  };
  for (const [path, content] of Object.entries(all)) put(root.path(path), content);
}

async function succeed(root: CloudInitRoot, command: readonly string[]): Promise<void> {
  const { status, stderr } = await root.run(command);
  if (status !== 0) throw new Error(`can't make a root: ${command.join(" ")}: ${stderr}`);
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const bytes = Buffer.from(content);
  writeFileSync(path, bytes);
  chmodSync(path, bytes.subarray(0, 2).equals(Buffer.from("#!")) ? 0o755 : 0o644);
}

async function boot(root: CloudInitRoot, userData: Uint8Array, instanceId: string): Promise<BootResult> {
  for (const path of [root.path("/run/"), root.path("/tmp/")]) {
    rmSync(path, { recursive: true });
    mkdirSync(path);
  }
  chmodSync(root.path("/tmp/"), 0o1777);
  put(root.path(`${SEED}/user-data`), userData);
  put(root.path(`${SEED}/meta-data`), JSON.stringify({ "instance-id": instanceId }));
  const logFile = root.path("/var/log/cloud-init.log");
  const earlier = readFileSync(logFile).length;
  const stages: CommandResult[] = [];
  for (const stage of STAGES) stages.push(await root.run([...CLOUD_INIT, ...stage]));
  const log = readFileSync(logFile).subarray(earlier).toString();
  return { stages, log, warnings: log.split("\n").filter((line) => /\[(WARNING|ERROR|CRITICAL)\]/.test(line)) };
}

/** Killing unshare kills all processes inside: a PID namespace ends with its first process. */
async function enter(
  folder: string,
  command: readonly string[],
  { environment, network = "none" }: RootOptions,
): Promise<CommandResult> {
  const spaces = ["--mount", "--pid", "--ipc", "--uts", ...(network === "none" ? ["--net"] : [])];
  const script = fileURLToPath(new URL("enter-root.sh", import.meta.url));
  const child = spawn("unshare", [...spaces, "--fork", "--kill-child", "sh", script, folder, ...command], {
    env: {
      ...PYTHON_PATH,
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      HOME: "/root",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIME_LIMIT_MS,
    killSignal: "SIGKILL",
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}
