/** The applier with a real API server, and the failures that can occur between them. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { apiServer, startApiServer, type ApiServer } from "../support/api-server.ts";
import { command, describeWith, root } from "../support/requirements.ts";
import { makeSpool, type TestSpool } from "./handler-script.ts";
import { configMap, KUBECTL, makeBin, makeClient, unreadyConfig, until } from "./surroundings.ts";

/** Kubernetes' names can't contain test titles; a counter separates the tests' objects. */
let counter = 0;

describeWith([command("python3"), command("timeout", "coreutils"), apiServer], "the applier", () => {
  let server: ApiServer;
  let names: string[];
  let prefix: string;

  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  /** ConfigMaps as stored in the spool; `names` has their names on the server. */
  function configMaps(count: number): Record<string, string> {
    prefix = `t${(counter += 1)}`;
    names = Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(3, "0")}`);
    return Object.fromEntries(
      names.map((name, index) => [`${String(index + 1).padStart(3, "0")}-cm.yaml`, configMap(name)]),
    );
  }

  async function held(): Promise<string[]> {
    const { stdout } = await server.kubectl(["get", "configmaps", "-o", "name"]);
    return stdout
      .split("\n")
      .flatMap((line) => (line.includes(`/${prefix}-`) ? [line.slice("configmap/".length)] : []));
  }

  /** Runs the applier until it has finished. */
  async function finish({ start }: TestSpool, environment: Record<string, string> = {}): Promise<void> {
    const [status] = await once(start({ KUBECONFIG: server.kubeconfig, ...environment }), "exit");
    expect(status).toBe(0);
  }

  test("submits every manifest once and in order", async () => {
    const spool = makeSpool();
    spool.add(configMaps(5));
    await finish(spool);
    expect(await held()).toEqual(names);
    expect(spool.list("pending")).toEqual([]);
    expect(Object.values(spool.status()).map(({ state, tries }) => ({ state, tries }))).toEqual(
      names.map(() => ({ state: "applied", tries: 1 })),
    );
  });

  test("submits 200 manifests", async () => {
    const spool = makeSpool();
    spool.add(configMaps(200));
    await finish(spool);
    expect(await held()).toEqual(names);
  }, 300_000);

  test("moves rejected manifests to failed/ with the server's message, and goes on", async () => {
    const spool = makeSpool();
    const manifests = configMaps(3);
    const bad = {
      "002-a.yaml": configMap("Not_A_Name"),
      "002-b.yaml":
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c}], restartPolicy: 7}\n",
      "002-c.yaml": "a: [1\n",
      "002-d.yaml": "id: old\ndesiredState: {manifest: {}}\n",
      "002-e.yaml": "",
    };
    spool.add({ ...manifests, ...bad });
    await finish(spool);
    expect(await held()).toEqual(names);
    const refused = Object.keys(bad);
    expect(spool.list("failed")).toEqual(refused.flatMap((name) => [name, `${name}.reason`]));
    for (const name of refused) expect(spool.status()[name]).toMatchObject({ state: "failed", tries: 1 });
  });

  test("gives up on a permanent error when its time is over, and submits the rest before that", async () => {
    const spool = makeSpool({ limit: 60 });
    const manifests = configMaps(2);
    const early = "apiVersion: example.com/v1\nkind: Early\nmetadata: {name: early}\n";
    spool.add({ ...manifests, "000-early.yaml": early });
    await finish(spool);
    expect(await held()).toEqual(names);
    expect(spool.list("failed")).toEqual(["000-early.yaml", "000-early.yaml.reason"]);
    expect(spool.status()["001-cm.yaml"]).toMatchObject({ state: "applied", tries: 1 });
    expect(spool.status()["000-early.yaml"]!.tries).toBeGreaterThanOrEqual(5);
  }, 150_000);

  test("keeps the order while a manifest waits for another", async () => {
    const spool = makeSpool();
    const [first = "", second = ""] = Object.values(configMaps(2));
    const inside = (manifest: string): string => manifest.replace("metadata:", `metadata:\n  namespace: ${prefix}`);
    spool.add({ "001-cm.yaml": inside(first), "002-cm.yaml": inside(second) });
    const finished = finish(spool);
    await until(() => existsSync(join(spool.spool, "status.json")));
    expect(spool.list("pending")).toEqual(["001-cm.yaml", "002-cm.yaml"]);
    await server.kubectl(["create", "namespace", prefix]);
    await finished;
    const { "001-cm.yaml": one, "002-cm.yaml": two } = spool.status();
    expect([one!.state, two!.state, two!.tries]).toEqual(["applied", "applied", 1]);
  });

  test("waits for an API server that starts later", async () => {
    const spool = makeSpool();
    spool.add(configMaps(3));
    const kubeconfig = join(spool.folder, "later");
    const finished = finish(spool, { KUBECONFIG: kubeconfig });
    await until(() => existsSync(join(spool.spool, "status.json")));
    expect(spool.list("pending")).toHaveLength(3);
    copyFileSync(server.kubeconfig, kubeconfig);
    await finished;
    expect(await held()).toEqual(names);
  });

  test.each([401, 403, 503])("waits for an API server that answers %i before it is ready", async (code) => {
    const unready = createServer((_, response) => void response.writeHead(code).end()).listen(0, "127.0.0.1");
    onTestFinished(() => void unready.close());
    await once(unready, "listening");
    const { port } = unready.address() as AddressInfo;
    const spool = makeSpool();
    spool.add(configMaps(2));
    const kubeconfig = join(spool.folder, "kubeconfig");
    writeFileSync(kubeconfig, unreadyConfig(port));
    const finished = finish(spool, { KUBECONFIG: kubeconfig });
    await until(() => existsSync(join(spool.spool, "status.json")));
    copyFileSync(server.kubeconfig, kubeconfig);
    await finished;
    expect(await held()).toEqual(names);
    expect(spool.list("failed")).toEqual([]);
  });

  test("does not treat a manifest as applied because one of its objects exists", async () => {
    const spool = makeSpool();
    spool.add(configMaps(2));
    const race = "echo 'Error from server (AlreadyExists): namespaces \"a\" already exists'";
    await finish(spool, { PATH: makeClient(spool, `once && { ${race}; exit 1; }`) });
    expect(await held()).toEqual(names);
    expect(spool.status()["001-cm.yaml"]).toMatchObject({ state: "applied", tries: 2 });
  });

  test("goes on after a message that the journal's encoding can't represent", async () => {
    const spool = makeSpool();
    spool.add(configMaps(2));
    const PATH = makeClient(spool, `once && { echo 'The Pod "é" is invalid'; exit 1; }`);
    await finish(spool, { PATH, PYTHONIOENCODING: "ascii" });
    expect(await held()).toEqual(names.slice(1));
    expect(readFileSync(join(spool.spool, "failed/001-cm.yaml.reason"), "utf8")).toBe('The Pod "é" is invalid\n');
  });

  test("waits for a client that is installed later", async () => {
    const spool = makeSpool();
    spool.add(configMaps(2));
    const bin = makeBin(spool, ["timeout"]);
    const finished = finish(spool, { PATH: bin });
    await until(() => existsSync(join(spool.spool, "status.json")));
    expect(spool.status()["001-cm.yaml"]).toMatchObject({ state: "pending", tries: 0, message: "no kubectl" });
    symlinkSync(KUBECTL, join(bin, "kubectl"));
    await finished;
    expect(await held()).toEqual(names);
  });

  test("kills a client that hangs, and retries", async () => {
    const spool = makeSpool({ timeout: 2 });
    spool.add(configMaps(2));
    await finish(spool, {
      PATH: makeClient(spool, `[ -e ${spool.folder}/hung ] || { touch ${spool.folder}/hung; sleep 600; }`),
    });
    expect(await held()).toEqual(names);
    expect(spool.status()["001-cm.yaml"]!.tries).toBe(2);
  });

  test.each([
    { moment: "while the client runs", before: "once && { kill -9 $applier; exit 1; }", after: "" },
    { moment: "between the server's answer and the move", before: "", after: "once && kill -9 $applier" },
  ])("killed $moment, the next one finishes the work", async ({ before, after }) => {
    const spool = makeSpool();
    spool.add(configMaps(3));
    const PATH = makeClient(spool, before, after);
    const [, signal] = (await once(spool.start({ KUBECONFIG: server.kubeconfig, PATH }), "exit")) as [null, string];
    expect(signal).toBe("SIGKILL");
    expect(spool.list("pending")).toContain("001-cm.yaml");
    await finish(spool, { PATH });
    expect(await held()).toEqual(names);
    expect(spool.list("applied")).toEqual(["001-cm.yaml", "002-cm.yaml", "003-cm.yaml"]);
  });

  test("two at the same time submit everything once", async () => {
    const spool = makeSpool();
    spool.add(configMaps(6));
    const calls = join(spool.folder, "calls");
    const PATH = makeClient(spool, `echo "$*" >> ${calls}`);
    await Promise.all([finish(spool, { PATH }), finish(spool, { PATH })]);
    expect(await held()).toEqual(names);
    expect(spool.list("applied")).toHaveLength(6);
    expect(Object.values(spool.status()).map(({ tries }) => tries)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("survives a status file truncated by a power failure", async () => {
    const spool = makeSpool();
    spool.add(configMaps(1));
    writeFileSync(join(spool.spool, "status.json"), '{"001-cm.yaml": {"tri');
    await finish(spool);
    expect(spool.status()["001-cm.yaml"]).toMatchObject({ state: "applied" });
  });

  describeWith([root], "on a full disk", () => {
    test("submits every manifest and moves it to applied/", async () => {
      const spool = makeSpool();
      mkdirSync(spool.spool);
      expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "none", spool.spool]).status).toBe(0);
      onTestFinished(() => void spawnSync("umount", [spool.spool]));
      spool.add(configMaps(3));
      spawnSync("dd", ["if=/dev/zero", `of=${spool.spool}/full`, "bs=4k"]);
      await finish(spool);
      expect(await held()).toEqual(names);
      expect(spool.list("applied")).toEqual(["001-cm.yaml", "002-cm.yaml", "003-cm.yaml"]);
      expect(existsSync(join(spool.spool, "done"))).toBe(false);
    });
  });
});
