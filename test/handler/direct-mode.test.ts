/** The mode direct: how it calls the client, today's and that of 2014, and that it ends in time. */
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findOnPath } from "../support/find-on-path.ts";
import { command, describeWith } from "../support/requirements.ts";
import { makeSpool, type Call, type TestSpool } from "./handler-script.ts";

const POD = "#kube-pod\nid: p\ndesiredState: {manifest: {containers: []}}\n";
const SERVICE = "#kube-service\nid: s\nport: 80\nselector: {name: p}\n";
const REPLICA =
  "#kube-replica\nid: r\ndesiredState: {replicas: 1, podTemplate: {desiredState: {manifest: {containers: []}}}}\n";

const PARTS: readonly Call[] = [
  ["text/x-kube-service", "s.yaml", SERVICE],
  ["text/x-kube-pod", "p.yaml", POD],
  ["text/x-kube-replica", "r.yaml", REPLICA],
];

/** Installs a client beside the spool; it writes its arguments, one line per call, and then runs `action`. */
function installClient({ folder }: TestSpool, name: string, action: string): { PATH: string; calls: () => string[] } {
  const bin = join(folder, "bin");
  const calls = join(folder, "calls");
  mkdirSync(bin);
  writeFileSync(join(bin, name), `#!/bin/sh\necho "$*" >> ${calls}\n${action}\n`);
  chmodSync(join(bin, name), 0o755);
  const read = (): string[] => (existsSync(calls) ? readFileSync(calls, "utf8").trimEnd().split("\n") : []);
  // The machine's kubectl must not be found: PATH has only the tools that the script requires.
  return { PATH: `${bin}:${linkTools(folder)}`, calls: read };
}

function linkTools(folder: string): string {
  const tools = join(folder, "tools");
  mkdirSync(tools);
  for (const name of ["timeout", "mkdir", "sleep"]) symlinkSync(findOnPath(name)!, join(tools, name));
  return tools;
}

describeWith([command("python3"), command("timeout", "coreutils")], "the direct mode", () => {
  test("passes each part to kubectl apply", () => {
    const spool = makeSpool({ mode: "direct" });
    const { PATH, calls } = installClient(spool, "kubectl", "exit 0");
    expect(spool.receive(PARTS, { PATH })).toMatchObject({ status: 0, stderr: "" });
    expect(calls()).toEqual(
      ["001-s.yaml", "002-p.yaml", "003-r.yaml"].map((name) => `apply -f ${spool.spool}/pending/${name}`),
    );
    expect(spool.list("applied")).toEqual(["001-s.yaml", "002-p.yaml", "003-r.yaml"]);
  });

  test("passes the collection to kubecfg, and accepts its answer that an object exists", () => {
    const spool = makeSpool({ mode: "direct" });
    const { PATH, calls } = installClient(spool, "kubecfg", 'echo "pod p already exists"; exit 255');
    expect(spool.receive(PARTS, { PATH })).toMatchObject({ status: 0, stderr: "" });
    expect(calls()).toEqual([
      `-c ${spool.spool}/pending/001-s.yaml create services`,
      `-c ${spool.spool}/pending/002-p.yaml create pods`,
      `-c ${spool.spool}/pending/003-r.yaml create replicationControllers`,
    ]);
    expect(spool.list("applied")).toHaveLength(3);
  });

  test.each([
    { problem: "the client hangs", action: "sleep 600" },
    { problem: "there is no server", action: 'echo "The connection to the server was refused"; exit 1' },
  ])("ends in time when $problem, and loses nothing", ({ action }) => {
    const spool = makeSpool({ mode: "direct", timeout: 3 });
    const { PATH } = installClient(spool, "kubectl", action);
    expect(spool.receive(PARTS, { PATH })).toMatchObject({ status: 0, stderr: "" });
    expect(spool.list("pending")).toEqual(["001-s.yaml", "002-p.yaml", "003-r.yaml"]);
  });
});
