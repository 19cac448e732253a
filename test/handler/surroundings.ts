/** Support for the tests of the applier: manifests, misbehaving clients, and waiting for a condition. */
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { findOnPath } from "../support/find-on-path.ts";
import type { TestSpool } from "./handler-script.ts";

/** The real client. */
export const KUBECTL = findOnPath("kubectl") ?? "kubectl";

/** A ConfigMap with this name. */
export function configMap(name: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;
}

/** The kubeconfig of a plain HTTP server on this port of loopback. */
export function unreadyConfig(port: number): string {
  const cluster = { name: "c", cluster: { server: `http://127.0.0.1:${port}` } };
  const user = { name: "u", user: { token: "t" } };
  const context = { name: "x", context: { cluster: "c", user: "u" } };
  return JSON.stringify({ clusters: [cluster], users: [user], contexts: [context], "current-context": "x" });
}

/** A folder of links to these commands, for a PATH that contains nothing else. */
export function makeBin({ folder }: TestSpool, commands: readonly string[]): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const name of commands) symlinkSync(findOnPath(name)!, join(bin, name));
  return bin;
}

/** A PATH with a kubectl that runs code before and after the real one when it submits; `once` is true the first time. */
export function makeClient({ folder }: TestSpool, before: string, after = ""): string {
  const bin = join(folder, "client");
  mkdirSync(bin);
  const script = `#!/bin/sh
once() { mkdir ${folder}/once 2>/dev/null; }
case "$1" in get|version) exec ${KUBECTL} "$@";; esac
applier=$(cut -d ' ' -f 4 /proc/$PPID/stat)
${before}
${KUBECTL} "$@"; status=$?
${after}
exit $status
`;
  writeFileSync(join(bin, "kubectl"), script);
  chmodSync(join(bin, "kubectl"), 0o755);
  return `${bin}:${process.env["PATH"]}`;
}

/**
 * Installs a client beside the spool; it writes its arguments, one line per call, and then runs `action`. What it does
 * when it is asked whether a server answers is `probe`, and not written down.
 */
export function installClient(
  { folder }: TestSpool,
  name: string,
  action: string,
  probe = "exit 0",
): { PATH: string; calls: () => string[] } {
  const bin = join(folder, "bin");
  const calls = join(folder, "calls");
  mkdirSync(bin);
  const script = `#!/bin/sh\ncase "$1" in get|list|version) ${probe};; esac\necho "$*" >> ${calls}\n${action}\n`;
  writeFileSync(join(bin, name), script);
  chmodSync(join(bin, name), 0o755);
  const read = (): string[] => (existsSync(calls) ? readFileSync(calls, "utf8").trimEnd().split("\n") : []);
  // The machine's kubectl must not be found: PATH has only the tools that the script requires.
  return { PATH: `${bin}:${linkTools(folder)}`, calls: read };
}

function linkTools(folder: string): string {
  const tools = join(folder, "tools");
  mkdirSync(tools);
  for (const name of ["timeout", "mkdir", "sleep", "setsid"]) symlinkSync(findOnPath(name)!, join(tools, name));
  return tools;
}

/** Runs the applier until it has finished, and returns what it printed. */
export async function finish({ start }: TestSpool, environment: Readonly<Record<string, string>>): Promise<string> {
  const child = start(environment);
  const output: Buffer[] = [];
  child.stdout!.on("data", (chunk: Buffer) => output.push(chunk));
  const [status] = (await once(child, "close")) as [number | null];
  expect(status).toBe(0);
  return Buffer.concat(output).toString();
}

/** Polls the condition; the test fails if it never becomes true. */
export async function until(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600 && !condition(); attempt += 1) await delay(100);
  expect(condition()).toBe(true);
}
