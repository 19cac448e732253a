/** What a real API server does with objects of another cluster: those of the cases. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiServer, startApiServer, type ApiServer } from "../../support/api-server.ts";
import { describeWith } from "../../support/requirements.ts";

describeWith([apiServer], "kubectl apply of exported objects", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  const submit = async (name: string): Promise<string> => {
    const text = readFileSync(`test/checks/cases/object-exported/${name}`, "utf8");
    const { stdout, stderr } = await server.kubectl(["apply", "-f", "-"], text);
    return stdout + stderr;
  };

  test("a Deployment is accepted once, and a Service not at all", async () => {
    const first = await submit("list-of-kubectl/web.yaml");
    expect(first).toMatch(/^deployment\.apps\/web created$/m);
    expect(first).toMatch(/provided IP is not in the valid range/);
    const second = await submit("list-of-kubectl/web.yaml");
    expect(second).toMatch(/Conflict/);
    expect(second).not.toMatch(/unchanged|configured/);
  });

  test("what is written by hand is accepted again and again", async () => {
    const text = ["apiVersion: v1", "kind: ConfigMap", "metadata:", "  name: web", "  creationTimestamp: null"];
    const input = [...text, '  resourceVersion: ""', ""].join("\n");
    for (const outcome of ["created", "configured"]) {
      const { stdout } = await server.kubectl(["apply", "-f", "-"], input);
      expect(stdout).toBe(`configmap/web ${outcome}\n`);
    }
  });
});
