import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiServer, startApiServer, type ApiServer } from "./api-server.ts";
import { describeWith } from "./requirements.ts";

describeWith([apiServer], "a real API server", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  test("takes an object as soon as it has started, and refuses one that is wrong", async () => {
    const map = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "first" }, data: { key: "value" } };
    const taken = await server.kubectl(["apply", "-f", "-"], JSON.stringify(map));
    expect(taken).toEqual({ status: 0, stdout: "configmap/first created\n", stderr: "" });
    const wrong = { ...map, metadata: { name: "Not_A_Name" } };
    const refused = await server.kubectl(["apply", "-f", "-"], JSON.stringify(wrong));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("Not_A_Name");
  });

  test("leaves nothing behind", async () => {
    await server.stop();
    expect(existsSync(server.kubeconfig)).toBe(false);
  });
});
