/** What can be wrong in the spool and around the applier: none of it ends the applier, holds it up, or loses a manifest. */
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { command, describeWith } from "../support/requirements.ts";
import { makeSpool } from "./handler-script.ts";
import { configMap, finish, installClient, until } from "./surroundings.ts";

const MANIFESTS = { "001-cm.yaml": configMap("one"), "002-cm.yaml": configMap("two") };

describeWith([command("python3"), command("timeout", "coreutils")], "the applier", () => {
  test.each([
    "",
    "[]",
    "5",
    "null",
    '{"001-cm.yaml": []}',
    '{"001-cm.yaml": null}',
    '{"001-cm.yaml": {"tries": 1}}',
    '{"001-cm.yaml": {"state": "pending", "tries": "1", "waited": []}}',
    '{"001-cm.yaml": {"state": ["pending"], "tries": 1, "waited": 1}, "002-cm.yaml": 3}',
    '{"001-cm.yaml": {"tri',
    "\u00FF\u0000",
  ])("survives the status %j", async (text) => {
    const spool = makeSpool();
    spool.add(MANIFESTS);
    writeFileSync(join(spool.spool, "status.json"), text);
    await finish(spool, { PATH: installClient(spool, "kubectl", "exit 0").PATH });
    expect(spool.list("applied")).toEqual(Object.keys(MANIFESTS));
    expect(spool.status()["001-cm.yaml"]).toMatchObject({ state: "applied", tries: 1 });
  });

  test.each<[fault: string, plant: (spool: string) => void]>([
    ["a folder in the place of the status", (spool) => mkdirSync(join(spool, "status.json/x"), { recursive: true })],
    ["a folder in applied/", (spool) => mkdirSync(join(spool, "applied/001-cm.yaml/x"), { recursive: true })],
    ["a folder in pending/", (spool) => mkdirSync(join(spool, "pending/000-folder/x"), { recursive: true })],
    ["a link in pending/", (spool) => symlinkSync("/etc/passwd", join(spool, "pending/000-link"))],
    ["a broken link in pending/", (spool) => symlinkSync("/nowhere", join(spool, "pending/000-link"))],
  ])("submits the manifests in spite of %s", async (_, plant) => {
    const spool = makeSpool();
    spool.add(MANIFESTS);
    plant(spool.spool);
    const { PATH, calls } = installClient(spool, "kubectl", "exit 0");
    await finish(spool, { PATH });
    expect(spool.list("pending")).toEqual([]);
    expect(lstatSync(join(spool.spool, "applied/001-cm.yaml")).isFile()).toBe(true);
    expect(calls()).toEqual(Object.keys(MANIFESTS).map((name) => `apply -f ${spool.spool}/pending/${name}`));
  });

  test.each(["a folder", "a link"])("moves %s out of pending/, with the reason", async (what) => {
    const spool = makeSpool();
    spool.add({});
    const path = join(spool.spool, "pending/000-odd");
    if (what === "a link") symlinkSync("/etc/passwd", path);
    else mkdirSync(path);
    mkdirSync(join(spool.spool, "failed/000-odd/x"), { recursive: true });
    await finish(spool, { PATH: installClient(spool, "kubectl", "exit 0").PATH });
    expect(readFileSync(join(spool.spool, "failed/000-odd.reason"), "utf8")).toBe("not a regular file");
    expect(spool.list("failed").map((name) => name.replace(/\d{5,}$/, "SECONDS"))).toEqual([
      "000-odd",
      "000-odd.SECONDS",
      "000-odd.reason",
    ]);
  });

  test("passes text that is not ASCII to kubecfg, without a locale", async () => {
    const spool = makeSpool();
    spool.add({ "001-pod.yaml": "id: é\ndesiredState: {manifest: {containers: []}}\n" });
    const { PATH, calls } = installClient(spool, "kubecfg", "exit 0");
    await finish(spool, { PATH, LC_ALL: "C", PYTHONUTF8: "0", PYTHONCOERCECLOCALE: "0" });
    expect(calls()).toEqual([`-c ${spool.spool}/pending/001-pod.yaml create pods`]);
  });

  test("does not wait for a daemon that holds the client's output", async () => {
    const spool = makeSpool({ timeout: 600 });
    spool.add(MANIFESTS);
    await finish(spool, { PATH: installClient(spool, "kubectl", "setsid sleep 60 &").PATH });
    expect(spool.list("applied")).toEqual(Object.keys(MANIFESTS));
  });

  test("reads a client's output beyond what a pipe holds", async () => {
    const spool = makeSpool();
    spool.add(MANIFESTS);
    const long = `i=0; while [ $i -lt 20000 ]; do echo "W: line $i"; i=$((i+1)); done; echo 'The Job "j" is invalid: x'`;
    await finish(spool, { PATH: installClient(spool, "kubectl", `${long}; exit 1`).PATH });
    expect(spool.status()["001-cm.yaml"]).toMatchObject({ state: "failed", message: 'The Job "j" is invalid: x' });
  });

  test("says that a client which was killed gave no answer", async () => {
    const spool = makeSpool({ timeout: 1 });
    spool.add({ "001-cm.yaml": configMap("one") });
    const hang = `mkdir ${spool.folder}/once && exec sleep 60; exit 0`;
    const output = await finish(spool, { PATH: installClient(spool, "kubectl", hang).PATH });
    expect(output).toContain("001-cm.yaml waits for the next try: no answer\n");
  });

  test.each([
    { state: "failed", other: "applied", action: "echo 'The Job \"j\" is invalid: x'; exit 1" },
    { state: "applied", other: "failed", action: "exit 0" },
  ] as const)("leaves no older manifest in $other/ when one has $state", async ({ state, other, action }) => {
    const spool = makeSpool();
    spool.add({ "001-cm.yaml": configMap("one") });
    writeFileSync(join(spool.spool, other, "001-cm.yaml"), configMap("older"));
    await finish(spool, { PATH: installClient(spool, "kubectl", action).PATH });
    expect(spool.list(state)).toContain("001-cm.yaml");
    expect(spool.list(other)).toEqual([]);
  });

  test("submits more than 999 manifests in order", async () => {
    const spool = makeSpool();
    const names = Array.from({ length: 6 }, (_, index) => `${997 + index}-cm.yaml`);
    spool.add(Object.fromEntries(names.map((name) => [name, configMap("x")])));
    const { PATH, calls } = installClient(spool, "kubectl", "exit 0");
    await finish(spool, { PATH });
    expect(calls()).toEqual(names.map((name) => `apply -f ${spool.spool}/pending/${name}`));
  });

  test("runs without PATH", async () => {
    const spool = makeSpool();
    spool.add(MANIFESTS);
    spool.start({ PATH: undefined as unknown as string, KUBECONFIG: "/nowhere" });
    await until(() => existsSync(join(spool.spool, "status.json")));
    expect(spool.status()["001-cm.yaml"]).toMatchObject({ state: "pending", tries: 0 });
  });
});
