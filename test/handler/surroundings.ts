/** Support for the tests of the applier: manifests, misbehaving clients, and waiting for a condition. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
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

/** A PATH with a kubectl that runs code before and after the real one; `once` is true the first time. */
export function makeClient({ folder }: TestSpool, before: string, after = ""): string {
  const bin = join(folder, "client");
  mkdirSync(bin);
  const script = `#!/bin/sh
once() { mkdir ${folder}/once 2>/dev/null; }
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

/** Polls the condition; the test fails if it never becomes true. */
export async function until(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600 && !condition(); attempt += 1) await delay(100);
  expect(condition()).toBe(true);
}
