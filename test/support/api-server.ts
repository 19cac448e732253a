/** A real Kubernetes API server (kube-apiserver and etcd, no nodes) for the tests of one file. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findOnPath, isExecutable } from "./find-on-path.ts";
import type { Requirement } from "./requirements.ts";

/** Where Kubernetes' test tools look for their binaries. */
const ASSETS = process.env["KUBEBUILDER_ASSETS"] ?? "";

/** The requirement of {@link startApiServer}, for `describeWith`. */
export const apiServer: Requirement = {
  present: ["kube-apiserver", "etcd"].every((name) => isExecutable(join(ASSETS, name))) && hasCommands(),
  remedy: "set KUBEBUILDER_ASSETS to a folder with kube-apiserver and etcd, and install openssl and kubectl",
};

function hasCommands(): boolean {
  return ["openssl", "kubectl"].every((name) => findOnPath(name) !== null);
}

/** The result of a command with any exit status. */
export interface CommandResult {
  status: number;
  stdout: string;
  stderr: string;
}

/** A running server, empty except for the objects that Kubernetes itself creates. */
export interface ApiServer {
  /** `https://127.0.0.1:PORT` */
  url: string;
  /** The path of an administrator's kubeconfig that refers to no other files; deleted by `stop`. */
  kubeconfig: string;
  /** Runs kubectl against this server; `input` is its standard input. */
  kubectl: (args: readonly string[], input?: string) => Promise<CommandResult>;
  /** Ends both processes, waits for them, and deletes everything they wrote. */
  stop: () => Promise<void>;
}

/**
 * Starts etcd and kube-apiserver on free loopback ports, with all their files in a separate folder, and returns when
 * objects can be created. Call it in `beforeAll` and `stop` in `afterAll`:
 *
 *     let server: ApiServer;
 *     beforeAll(async () => { server = await startApiServer(); });
 *     afterAll(() => server?.stop());
 *     test("…", async () => {
 *       const { status, stdout } = await server.kubectl(["apply", "-f", "-"], manifest);
 *     });
 *
 * @param options with `serviceAccounts`, a pod needs its service account, which no controller creates here
 * @throws when a process ends early, or the server does not answer within a minute: with the end of its log
 */
export async function startApiServer({ serviceAccounts = false } = {}): Promise<ApiServer> {
  const folder = mkdtempSync(join(tmpdir(), "kubeboot-api-server-"));
  const [etcdPort, peerPort, port] = (await findFreePorts(3)) as [number, number, number];
  const token = randomBytes(16).toString("hex");
  const processes: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of processes.toReversed()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    makeCertificate(folder);
    writeFileSync(join(folder, "tokens.csv"), `${token},admin,admin,system:masters\n`, { mode: 0o600 });
    processes.push(launch("etcd", etcdFlags(etcdPort, peerPort), folder));
    processes.push(launch("kube-apiserver", apiServerFlags(port, etcdPort, serviceAccounts), folder));
    const url = `https://127.0.0.1:${port}`;
    await waitUntilReady(url, token, folder, processes);
    const kubeconfig = writeKubeconfig(url, token, folder);
    return { url, kubeconfig, kubectl: (args, input) => runKubectl(args, input, kubeconfig, folder), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Opens all ports at once, so that they differ, and closes them before it returns. */
async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}

/** One key pair for everything: TLS, the certificate authority, and the tokens of service accounts. */
function makeCertificate(folder: string): void {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "server.key"];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"];
  execFileSync("openssl", ["req", "-x509", ...key, ...subject, "-out", "server.crt"], { cwd: folder, stdio: "pipe" });
}

function etcdFlags(port: number, peerPort: number): string[] {
  const client = `http://127.0.0.1:${port}`;
  const peer = `http://127.0.0.1:${peerPort}`;
  return [
    "--data-dir=etcd",
    "--unsafe-no-fsync",
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ];
}

/**
 * Without the ServiceAccount admission plugin pods need no token, which no controller would create here. Ephemeral
 * volumes are on by default since 1.21.
 */
function apiServerFlags(port: number, etcdPort: number, serviceAccounts: boolean): string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    `--secure-port=${port}`,
    "--endpoint-reconciler-type=none",
    "--service-cluster-ip-range=10.0.0.0/24",
    "--cert-dir=.",
    "--tls-cert-file=server.crt",
    "--tls-private-key-file=server.key",
    "--service-account-issuer=https://kubernetes.default.svc",
    "--service-account-key-file=server.crt",
    "--service-account-signing-key-file=server.key",
    "--token-auth-file=tokens.csv",
    "--authorization-mode=RBAC",
    "--allow-privileged=true",
    ...(serviceAccounts ? [] : ["--disable-admission-plugins=ServiceAccount"]),
    "--feature-gates=GenericEphemeralVolume=true",
  ];
}

/** A test run that crashes must not leave servers behind. */
function launch(name: string, flags: readonly string[], folder: string): ChildProcess {
  const log = openSync(join(folder, `${name}.log`), "w");
  const child = spawn(join(ASSETS, name), flags, { cwd: folder, stdio: ["ignore", log, log] });
  closeSync(log);
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  return child;
}

/** The server is ready before its default namespace exists, and refuses objects until then. */
async function waitUntilReady(url: string, token: string, folder: string, processes: ChildProcess[]): Promise<void> {
  const ca = readFileSync(join(folder, "server.crt"));
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (processes.some(hasEnded)) break;
    const paths = ["/readyz", "/api/v1/namespaces/default"];
    const answers = await Promise.all(paths.map((path) => request(`${url}${path}`, token, ca)));
    if (answers.every((status) => status === 200)) return;
    await delay(250);
  }
  const logs = ["etcd", "kube-apiserver"].map((name) => readFileSync(join(folder, `${name}.log`), "utf8").slice(-2000));
  throw new Error(`the API server does not answer; the end of its logs:\n${logs.join("\n")}`);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** The HTTP status, or null if there is no answer. */
function request(url: string, token: string, ca: Buffer): Promise<number | null> {
  return new Promise((resolve) => {
    get(url, { ca, headers: { authorization: `Bearer ${token}` }, timeout: 5000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    })
      .on("timeout", () => resolve(null))
      .on("error", () => resolve(null));
  });
}

function writeKubeconfig(server: string, token: string, folder: string): string {
  const path = join(folder, "kubeconfig");
  const authority = readFileSync(join(folder, "server.crt")).toString("base64");
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "test", cluster: { server, "certificate-authority-data": authority } }],
    users: [{ name: "admin", user: { token } }],
    contexts: [{ name: "test", context: { cluster: "test", user: "admin" } }],
    "current-context": "test",
  };
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}

/** HOME is the server's folder, because kubectl caches discovery results there. */
async function runKubectl(
  args: readonly string[],
  input: string | undefined,
  kubeconfig: string,
  folder: string,
): Promise<CommandResult> {
  const env = { ...process.env, HOME: folder, KUBECONFIG: kubeconfig };
  const child = spawn("kubectl", args, { env, stdio: "pipe" });
  const output: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
  child.stdout.on("data", (chunk: Buffer) => output.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.stderr.push(chunk));
  // kubectl may exit without reading all input; its exit status shows that.
  child.stdin.on("error", () => {}).end(input ?? "");
  const [status] = (await once(child, "close")) as [number | null];
  return {
    status: status ?? -1,
    stdout: Buffer.concat(output.stdout).toString(),
    stderr: Buffer.concat(output.stderr).toString(),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const late = new AbortController();
  void delay(10_000, undefined, { signal: late.signal }).then(
    () => child.kill("SIGKILL"),
    () => {},
  );
  await ended;
  late.abort();
}
