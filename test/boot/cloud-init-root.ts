/**
 * A throw-away root in which the machine's own cloud-init boots a user-data blob.
 *
 * The root is the machine's file system, read only, under an overlay. What runs in it has mount, process, IPC
 * and host name spaces of its own and sees no disk, so nothing reaches the machine; what it wrote is in a folder
 * that tests read. Needs the rights of root, unshare (util-linux), ip (iproute2) and overlayfs.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** How a root differs from the machine's own. */
export interface RootOptions {
  /** Files to put in it, by absolute path; one that starts with `#!` becomes executable. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** Absolute paths that it must not have, whether the machine has them or not. */
  absent?: readonly string[];
  /** Added to the environment of everything that runs in it. */
  environment?: Readonly<Record<string, string>>;
  /** `none`, the default: a loopback of its own and nothing else. `host`: the machine's network. */
  network?: "none" | "host";
}

/** What a command in the root did. */
export interface CommandResult {
  /** The exit status, or null when it was killed: it took longer than a minute. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/** What a boot did. */
export interface BootResult {
  /** One for each of cloud-init's four stages, in order. */
  stages: CommandResult[];
  /** What this boot added to /var/log/cloud-init.log. */
  log: string;
  /** The lines of it that are warnings or worse. */
  warnings: string[];
}

/** A root that exists until it is removed; between calls nothing runs in it and nothing is mounted. */
export interface CloudInitRoot {
  /**
   * Boots a blob: for the first time, or again on what the last boot left.
   *
   * @param instanceId one that the root has not booted with makes it an instance's first boot
   */
  boot: (userData: Uint8Array, instanceId?: string) => Promise<BootResult>;
  /** Runs a command in the root as the last boot left it; /run and /tmp are those of that boot. */
  run: (command: readonly string[]) => Promise<CommandResult>;
  /**
   * Where on the machine that is which was written in the root, or was put there, under this absolute path.
   * Links lead astray here: `/var/lib/cloud/instance` is one, `/var/lib/cloud/instances/first` is not.
   */
  path: (path: string) => string;
  /** Deletes all of it. */
  remove: () => void;
}

const TIME_LIMIT_MS = 60_000;

const STAGES = [["init", "--local"], ["init"], ["modules", "--mode=config"], ["modules", "--mode=final"]];

/** JSON is YAML. Of cloud-init's modules, those alone that run what user-data brings. */
const CLOUD_CONFIG = JSON.stringify({
  datasource_list: ["NoCloud"],
  network: { config: "disabled" },
  cloud_init_modules: ["bootcmd", "write-files"],
  cloud_config_modules: ["runcmd"],
  cloud_final_modules: ["scripts-per-once", "scripts-per-boot", "scripts-per-instance", "scripts-user"],
});

const SEED = "/var/lib/cloud/seed/nocloud";

/** Makes a root that has not booted yet. */
export async function makeCloudInitRoot(options: RootOptions = {}): Promise<CloudInitRoot> {
  // An overlay's upper folder can't be on an overlay, which a container's file system is; on a tmpfs it can.
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

/** The machine may be an instance itself: what its own boots left is not for this one. */
async function furnish(root: CloudInitRoot, { files = {}, absent = [] }: RootOptions): Promise<void> {
  await succeed(root, ["rm", "-rf", "/var/lib/cloud", "/var/log/cloud-init.log", ...absent]);
  await succeed(root, ["mkdir", "-p", SEED, "/var/log"]);
  const all = { "/etc/cloud/cloud.cfg.d/99-test.cfg": CLOUD_CONFIG, "/var/log/cloud-init.log": "", ...files };
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
  for (const stage of STAGES) stages.push(await root.run(["cloud-init", ...stage]));
  const log = readFileSync(logFile).subarray(earlier).toString();
  return { stages, log, warnings: log.split("\n").filter((line) => /\[(WARNING|ERROR|CRITICAL)\]/.test(line)) };
}

/** Killing unshare kills all that runs inside: the first process of a process space takes the others with it. */
async function enter(
  folder: string,
  command: readonly string[],
  { environment, network = "none" }: RootOptions,
): Promise<CommandResult> {
  const spaces = ["--mount", "--pid", "--ipc", "--uts", ...(network === "none" ? ["--net"] : [])];
  const script = fileURLToPath(new URL("enter-root.sh", import.meta.url));
  const child = spawn("unshare", [...spaces, "--fork", "--kill-child", "sh", script, folder, ...command], {
    env: { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIME_LIMIT_MS,
    killSignal: "SIGKILL",
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}
