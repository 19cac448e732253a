/** Boots every example in a real cloud-init with a real API server. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiServer, startApiServer, type ApiServer } from "../support/api-server.ts";
import { listExampleBlobs, listParts, readExpected } from "../support/examples.ts";
import { describeWith } from "../support/requirements.ts";
import { BOOT_REQUIREMENTS, bootWell, useRoot } from "./boot-well.ts";
import { RECORDING_COMMAND, readRecording } from "./recording-command.ts";

/** The expected content of objects on the server, by kind and name. */
type Held = Readonly<Record<string, object>>;

const WORKER = {
  spec: {
    containers: [
      {
        env: [{ name: "PULP_SERVER_NAME", value: "pulp.example.com" }],
        volumeMounts: [{ name: "devlog", mountPath: "/dev/log" }],
      },
    ],
    volumes: [{ name: "devlog", hostPath: { path: "/dev/log" } }],
  },
};

const publicService = (port: number, name: string) => ({
  spec: { selector: { name }, ports: [{ port, targetPort: port }], externalIPs: ["10.245.2.2"] },
});

const OBJECTS: Readonly<Record<string, Held>> = {
  "examples/dbserver": {
    "Pod dbserver": {
      spec: { containers: [{ image: "mysql", env: [{ name: "MYSQL_ROOT_PASSWORD", value: "secret" }] }] },
    },
  },
  "examples/atomic-cluster/atomic01": {
    "Pod apache": {
      spec: {
        containers: [{ image: "fedora/apache", ports: [{ containerPort: 80, hostPort: 80, protocol: "TCP" }] }],
        restartPolicy: "Always",
      },
    },
    "ReplicationController apache-controller": { spec: { replicas: 3, selector: { name: "apache" } } },
    "Service frontend": {
      spec: {
        selector: { name: "apache" },
        ports: [{ port: 80, targetPort: 80 }],
        externalIPs: ["192.168.2.15", "192.168.2.16", "192.168.2.17"],
      },
    },
  },
  "examples/pulp": {
    "Pod db": { spec: { containers: [{ ports: [{ containerPort: 27_017 }] }] } },
    "Pod msg": { spec: { containers: [{ ports: [{ containerPort: 5672 }] }] } },
    "Pod pulp-beat": WORKER,
    "Pod pulp-resource-manager": WORKER,
    "Service db": publicService(27_017, "db"),
    "Service msg": publicService(5672, "msg"),
  },
  "examples/keystone": {
    "Pod mariadb": { metadata: { labels: { name: "mariadb" } } },
    "ReplicationController keystone": {
      spec: {
        replicas: 2,
        template: {
          spec: {
            containers: [
              { name: "keystone", resources: { limits: { cpu: "500m", memory: "512Mi" } } },
              { name: "memcached" },
            ],
          },
        },
      },
    },
    "Service keystone-public": { spec: { type: "LoadBalancer", ports: [{ port: 5000, targetPort: "public" }] } },
    "Service mariadb": { spec: { ports: [{ port: 3306, targetPort: 3306 }] } },
  },
  "examples/k3s-cluster/server": {
    "Deployment web": { spec: { replicas: 2 } },
  },
  "examples/quickstart": {
    "Deployment hello": { spec: { replicas: 1 } },
  },
  "examples/k3s": {
    "ConfigMap page": { data: { "index.html": expect.stringContaining("<p>It works.</p>") as string } },
    "Deployment web": { spec: { replicas: 2 } },
    "Service web": { spec: { ports: [{ port: 80 }] } },
  },
};

const BLOBS = await listExampleBlobs();

const SCRIPT = "text/x-shellscript";

const APPLIER = ["python3", "/var/lib/kubeboot/kubeboot.py"];

/** Commands of the scripts that must not run on this machine, or need another one. */
const STAND_INS = ["systemctl", "setenforce", "apt-get", "service", "curl"];

describeWith([...BOOT_REQUIREMENTS, apiServer], "an example", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  test.each(BLOBS)("$folder boots as $name", async ({ folder, name, bytes, example }) => {
    const commands = STAND_INS.map((program) => [`/usr/local/bin/${program}`, RECORDING_COMMAND]);
    const root = await useRoot({
      files: {
        ...Object.fromEntries(commands),
        "/root/kubeconfig": readFileSync(server.kubeconfig),
        "/etc/selinux/config": "SELINUX=enforcing\n",
      },
      environment: { KUBECONFIG: "/root/kubeconfig" },
      network: "host",
    });
    await bootWell(root, bytes);
    const objects = OBJECTS[`${folder}/${name}`] ?? OBJECTS[folder] ?? {};
    // Without systemd the applier that the boot started has ended with it.
    if (Object.keys(objects).length > 0) expect(await root.run(APPLIER)).toMatchObject({ status: 0 });
    await expectHeld(objects);
    for (const { filename, text } of (await listParts({ name, bytes })).filter(({ type }) => type === SCRIPT)) {
      const path = root.path(`/var/lib/cloud/instances/first/scripts/${filename}`);
      expect(readFileSync(path, "utf8")).toBe(text);
      expect(text).toBe(readExpected(example, { name, bytes }, filename));
    }
    if (folder.endsWith("master-and-minions")) expect(readRecording(root, "apt-get").calls[0]).toBe("update");
  });

  /** Compares the objects, and deletes them for the next example. */
  async function expectHeld(held: Held): Promise<void> {
    const kinds = ["pods,services,replicationcontrollers,configmaps,deployments", "--selector=!component"];
    const { stdout } = await server.kubectl(["get", ...kinds, "-o", "json"]);
    const { items } = JSON.parse(stdout) as { items: { kind: string; metadata: { name: string } }[] };
    const own = items.filter(({ metadata }) => metadata.name !== "kube-root-ca.crt");
    expect(Object.fromEntries(own.map((item) => [`${item.kind} ${item.metadata.name}`, item]))).toMatchObject(held);
    expect(own.map(({ kind, metadata }) => `${kind} ${metadata.name}`).toSorted()).toEqual(
      Object.keys(held).toSorted(),
    );
    for (const { kind, metadata } of own) {
      await server.kubectl(["delete", kind, metadata.name, "--grace-period=0", "--force", "--wait=false"]);
    }
  }
});
