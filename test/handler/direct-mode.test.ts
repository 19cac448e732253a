/** The mode direct: how it calls the client, today's and that of 2014, and that it ends in time. */
import { expect, test } from "vitest";
import { command, describeWith } from "../support/requirements.ts";
import { makeSpool, type Call } from "./handler-script.ts";
import { installClient } from "./surroundings.ts";

const POD = "#kube-pod\nid: p\ndesiredState: {manifest: {containers: []}}\n";
const SERVICE = "#kube-service\nid: s\nport: 80\nselector: {name: p}\n";
const REPLICA =
  "#kube-replica\nid: r\ndesiredState: {replicas: 1, podTemplate: {desiredState: {manifest: {containers: []}}}}\n";

const PARTS: readonly Call[] = [
  ["text/x-kube-service", "s.yaml", SERVICE],
  ["text/x-kube-pod", "p.yaml", POD],
  ["text/x-kube-replica", "r.yaml", REPLICA],
];

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
    const { PATH } = installClient(spool, "kubectl", action, action);
    expect(spool.receive(PARTS, { PATH })).toMatchObject({ status: 0, stderr: "" });
    expect(spool.list("pending")).toEqual(["001-s.yaml", "002-p.yaml", "003-r.yaml"]);
  });
});
