/** Objects that the applier submits in a way of their own, with a real API server. */
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBundle } from "../../src/index.ts";
import { apiServer, startApiServer, type ApiServer } from "../support/api-server.ts";
import { command, describeWith } from "../support/requirements.ts";
import { makeSpool, type TestSpool } from "./handler-script.ts";
import { configMap } from "./surroundings.ts";

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
});
