/** Every mode of the part handler in a real cloud-init, and the watch mode up to a real API server. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBundle, type BundleOptions } from "../../src/index.ts";
import { apiServer, startApiServer, type ApiServer } from "../support/api-server.ts";
import { describeWith } from "../support/requirements.ts";
import { BOOT_REQUIREMENTS, bootWell, useRoot } from "./boot-well.ts";
import { RECORDING_COMMAND, readRecording } from "./recording-command.ts";

const POD = {
  name: "pod.yaml",
  content: "apiVersion: v1\nkind: Pod\nmetadata: {name: boots}\nspec: {containers: [{name: c, image: i}]}\n",
};
const SERVICE = {
  name: "Sérvice.yaml",
  content: "apiVersion: v1\nkind: Service\nmetadata: {name: boots}\nspec: {ports: [{port: 80}]}\n",
};
const SCRIPT = { name: "script.sh", content: "#!/bin/sh\ntouch /var/lib/script-ran\n" };

const APPLIER = ["python3", "/var/lib/kubeboot/kubeboot.py"];

async function makeBlob(options: BundleOptions): Promise<Uint8Array> {
  return (await createBundle([POD, SERVICE, SCRIPT], options)).bytes;
}

describeWith(BOOT_REQUIREMENTS, "a boot with the mode", () => {
  test("watch stores the manifests for the applier, services first", async () => {
    const root = await useRoot({ files: { "/usr/local/bin/kubectl": RECORDING_COMMAND } });
    await bootWell(root, await makeBlob({}));
    expect(await root.run(APPLIER)).toMatchObject({ status: 0 });
    const applied = root.path("/var/lib/kubeboot/applied");
    expect(readdirSync(applied).toSorted()).toEqual(["001-s-rvice.yaml", "002-pod.yaml"]);
    expect(readRecording(root, "kubectl").files.map(String)).toEqual([SERVICE.content, POD.content]);
    expect(readFileSync(root.path("/var/lib/script-ran"), "utf8")).toBe("");
  });

  test("watch submits at the next boot what was left, without systemd", async () => {
    const root = await useRoot();
    const { bytes } = await createBundle([POD], {});
    await bootWell(root, bytes);
    expect(readdirSync(root.path("/var/lib/kubeboot/pending"))).toEqual(["001-pod.yaml"]);
    mkdirSync(root.path("/usr/local/bin"), { recursive: true });
    writeFileSync(root.path("/usr/local/bin/kubectl"), RECORDING_COMMAND, { mode: 0o755 });
    // The processes of a stage end with it: what runs after the applier's start keeps the stage open.
    writeFileSync(root.path("/var/lib/cloud/scripts/per-boot/z"), "#!/bin/sh\nsleep 4\n", { mode: 0o755 });
    await bootWell(root, bytes);
    expect(readdirSync(root.path("/var/lib/kubeboot/applied"))).toEqual(["001-pod.yaml"]);
    expect(readRecording(root, "kubectl").files.map(String)).toEqual([POD.content]);
  });

  test("directory writes names that k3s accepts", async () => {
    const root = await useRoot();
    const folder = "/var/lib/rancher/k3s/server/manifests";
    await bootWell(root, await makeBlob({ handler: "directory", manifestDir: folder }));
    expect(readdirSync(root.path(folder)).toSorted()).toEqual(["001-s-rvice.yaml", "002-pod.yaml"]);
    expect(readFileSync(root.path(`${folder}/002-pod.yaml`), "utf8")).toBe(POD.content);
  });

  test("direct starts the services that exist, without waiting, and submits at once", async () => {
    const unit = "[Service]\nExecStart=/bin/true\n";
    const root = await useRoot({
      files: {
        "/usr/local/bin/kubectl": RECORDING_COMMAND,
        "/usr/local/bin/systemctl": RECORDING_COMMAND,
        "/etc/systemd/system/k3s.service": unit,
        "/usr/lib/systemd/system/kubelet.service": unit,
      },
    });
    await bootWell(root, await makeBlob({ handler: "direct" }));
    const calls = readRecording(root, "systemctl").calls.filter((call) => /kubelet|k3s/.test(call));
    expect(calls).toEqual([
      "enable kubelet.service",
      "start --no-block kubelet.service",
      "enable k3s.service",
      "start --no-block k3s.service",
    ]);
    expect(readRecording(root, "kubectl").files.map(String)).toEqual([SERVICE.content, POD.content]);
  });

  test("direct leaves the services alone with --no-start", async () => {
    const root = await useRoot({
      files: {
        "/usr/local/bin/kubectl": RECORDING_COMMAND,
        "/usr/local/bin/systemctl": RECORDING_COMMAND,
        "/etc/systemd/system/k3s.service": "[Service]\nExecStart=/bin/true\n",
      },
    });
    await bootWell(root, await makeBlob({ handler: "direct", start: false }));
    expect(readRecording(root, "systemctl").calls.filter((call) => call.includes("k3s"))).toEqual([]);
  });
});

describeWith([...BOOT_REQUIREMENTS, apiServer], "a boot with a real API server", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  test("creates the objects, and a reboot and another instance do no harm", async () => {
    const root = await useRoot({
      network: "host",
      files: { "/etc/kubernetes/admin.conf": readFileSync(server.kubeconfig) },
    });
    const { bytes: blob } = await createBundle(["examples/dbserver/dbserver-v1.yaml", SERVICE]);
    await bootWell(root, blob, "one");
    expect(await root.run(APPLIER)).toMatchObject({ status: 0 });
    await bootWell(root, blob, "one");
    expect(await root.run(APPLIER)).toMatchObject({ status: 0 });
    await bootWell(root, blob, "two");
    expect(await root.run(APPLIER)).toMatchObject({ status: 0 });
    const { stdout } = await server.kubectl(["get", "pods,services", "-o", "name"]);
    expect(stdout.split("\n").filter((line) => /dbserver|boots/.test(line))).toEqual(["pod/dbserver", "service/boots"]);
    const spools = readdirSync(root.path("/var/lib")).filter((name) => name.startsWith("kubeboot"));
    expect(spools.toSorted()[0]).toBe("kubeboot");
    expect(spools).toHaveLength(2);
  });
});
