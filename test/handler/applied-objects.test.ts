/** Objects that the applier submits in a way of their own, with a real API server. */
import { once } from "node:events";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBundle } from "../../src/index.ts";
import { apiServer, startApiServer, type ApiServer } from "../support/api-server.ts";
import { command, describeWith } from "../support/requirements.ts";
import { makeSpool, type TestSpool } from "./handler-script.ts";
import { configMap, finish, makeClient, until } from "./surroundings.ts";

const DEFINITION_LAST = `apiVersion: example.com/v1
kind: Web
metadata: {name: one}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: webs.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Web, plural: webs}
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
`;

describeWith([command("python3"), command("timeout", "coreutils"), apiServer], "the applier", () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  /** The spool, when the applier has submitted what a bundle of the text delivers. */
  async function submit(content: string): Promise<TestSpool> {
    const spool = makeSpool();
    const { parts } = await createBundle([{ name: "all.yaml", content }], { handler: "none" });
    for (const [index, part] of parts.entries()) {
      spool.add({ [`00${index + 1}-${part.filename}`]: Buffer.from(part.content).toString() });
    }
    const [status] = await once(spool.start({ KUBECONFIG: server.kubeconfig }), "exit");
    expect(status).toBe(0);
    return spool;
  }

  async function countGenerated(prefix: string): Promise<number> {
    const { stdout } = await server.kubectl(["get", "configmaps", "-o", "name"]);
    return stdout.split("\n").filter((line) => line.startsWith(`configmap/${prefix}`)).length;
  }

  test("stores an object that is too large for the copy that kubectl keeps", async () => {
    const data = `data: {a: ${"x".repeat(300_000)}}\n`;
    const spool = await submit(`${configMap("small")}---\n${configMap("large")}${data}`);
    expect(spool.status()["001-all.yaml"]).toMatchObject({ state: "applied", tries: 1 });
    const { stdout } = await server.kubectl([
      "get",
      "configmap",
      "small",
      "large",
      "-o",
      "jsonpath={.items[1].data.a}",
    ]);
    expect(stdout.length).toBe(300_000);
  });

  test("waits until a definition is established, before the custom object of the same file", async () => {
    const spool = await submit(DEFINITION_LAST);
    expect(spool.list("applied")).toEqual(["001-all-1.yaml", "002-all-2.yaml"]);
    expect(spool.status()["001-all-1.yaml"]).toMatchObject({ state: "applied", tries: 1 });
    expect((await server.kubectl(["get", "webs.example.com", "-o", "name"])).stdout).toBe("web.example.com/one\n");
  });

  test("creates an object without a name, and its neighbours, once", async () => {
    const spool = makeSpool();
    spool.add({ "001-a.yaml": `${unnamed("once-")}---\n${configMap("neighbour")}---\n${unnamed("once-")}` });
    await finish(spool, { KUBECONFIG: server.kubeconfig });
    expect(spool.status()["001-a.yaml"]).toMatchObject({ state: "applied", tries: 1, message: "created, or exists" });
    expect(await countGenerated("once-")).toBe(2);
    expect(await server.kubectl(["get", "configmap", "neighbour"])).toMatchObject({ status: 0 });
  });

  test("tries an object without a name again that was refused for a while", async () => {
    const spool = makeSpool();
    spool.add({ "001-a.yaml": unnamed("late-").replace("{", "{namespace: not-yet, ") });
    const finished = finish(spool, { KUBECONFIG: server.kubeconfig });
    await until(() => existsSync(join(spool.spool, "status.json")) && spool.status()["001-a.yaml"]!.tries === 1);
    expect(spool.status()["001-a.yaml"]).toMatchObject({ waitingFor: 'namespaces "not-yet"' });
    await server.kubectl(["create", "namespace", "not-yet"]);
    await finished;
    expect(spool.status()["001-a.yaml"]).toMatchObject({ state: "applied" });
    const { stdout } = await server.kubectl(["get", "configmaps", "-n", "not-yet", "-o", "name"]);
    expect(stdout).toMatch(/^configmap\/late-\w+\n$/);
  });

  test.each([
    {
      moment: "while the client creates",
      hook: `case "$1" in create) once && kill -9 $applier;; esac`,
      state: "failed",
    },
    { moment: "before the move", hook: "", state: "applied" },
  ])("killed $moment, creates no object without a name twice", async ({ moment, hook, state }) => {
    const spool = makeSpool();
    const name = `k${moment.length}-`;
    spool.add({ "001-a.yaml": unnamed(name) });
    const PATH = makeClient(spool, "", hook);
    const environment = { KUBECONFIG: server.kubeconfig, PATH };
    if (state === "failed") await once(spool.start(environment), "exit");
    else {
      await finish(spool, environment);
      renameSync(join(spool.spool, "applied/001-a.yaml"), join(spool.spool, "pending/001-a.yaml"));
    }
    await finish(spool, environment);
    expect(spool.list(state as "failed")).toContain("001-a.yaml");
    expect(await countGenerated(name)).toBe(1);
  });

  test.each(["error: unknown flag: --server-side", "Error from server (UnsupportedMediaType): no"])(
    "creates a large object, and replaces it the next time, where the client says %s",
    async (answer) => {
      const hook = `case "$*" in *--server-side*) echo '${answer}'; exit 1;; esac`;
      const name = `old-${answer.length}`;
      for (const letter of ["x", "y"]) {
        const spool = makeSpool();
        spool.add({ "001-a.yaml": large(name, letter) });
        await finish(spool, { KUBECONFIG: server.kubeconfig, PATH: makeClient(spool, hook) });
        expect(spool.status()["001-a.yaml"]).toMatchObject({ state: "applied", tries: 1 });
        const { stdout } = await server.kubectl(["get", "configmap", name, "-o", "jsonpath={.data.a}"]);
        expect(stdout).toBe(letter.repeat(300_000));
      }
    },
  );

  test("replaces an object that has grown too large since the client kept a copy of it", async () => {
    for (const manifest of [configMap("grown"), large("grown", "x")]) {
      const spool = makeSpool();
      spool.add({ "001-a.yaml": manifest });
      await finish(spool, { KUBECONFIG: server.kubeconfig });
      expect(spool.status()["001-a.yaml"]).toMatchObject({ state: "applied", tries: 1 });
    }
    const { stdout } = await server.kubectl(["get", "configmap", "grown", "-o", "jsonpath={.data.a}"]);
    expect(stdout).toBe("x".repeat(300_000));
  });

  test("does not take a large object from another owner, and says so", async () => {
    await server.kubectl(["apply", "--server-side", "--field-manager=other", "-f", "-"], large("owned", "x"));
    const spool = makeSpool();
    spool.add({ "001-a.yaml": large("owned", "y") });
    await finish(spool, { KUBECONFIG: server.kubeconfig });
    expect(spool.status()["001-a.yaml"]).toMatchObject({ state: "failed", tries: 1 });
    expect(spool.status()["001-a.yaml"]!.message).toContain("conflict");
  });
});

function unnamed(prefix: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: ${prefix}}\n`;
}

function large(name: string, letter: string): string {
  return `${configMap(name)}data: {a: ${letter.repeat(300_000)}}\n`;
}
