/** What a real API server and its client answer, and what the applier makes of it: failed, or tried again. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiServer, startApiServer, type ApiServer } from "../support/api-server.ts";
import { command, describeWith } from "../support/requirements.ts";
import { makeSpool, type Entry, type TestSpool } from "./handler-script.ts";
import { configMap, finish, installClient, unreadyConfig, until } from "./surroundings.ts";

const job = (image: string): string => `apiVersion: batch/v1
kind: Job
metadata: {name: heredoc}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
      - {name: c, image: ${image}, env: [{name: P, value: hunter2}], command: [sh, -c, "cat <<EOF\\nhi\\nEOF\\n"]}
`;

const deployment = (label: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: ${label}}}
  template: {metadata: {labels: {app: ${label}}}, spec: {containers: [{name: c, image: i}]}}
`;

/** A definition whose second version needs a webhook that nothing serves. */
const CONVERTED = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: hooks.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Hook, plural: hooks}
  conversion:
    strategy: Webhook
    webhook: {conversionReviewVersions: [v1], clientConfig: {url: "https://127.0.0.1:1/convert"}}
  versions:
  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
  - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}
`;

const ADMISSION = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: down}
webhooks:
- name: down.example.com
  clientConfig: {url: "https://127.0.0.1:1/admit"}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [podtemplates]}]
  sideEffects: None
  admissionReviewVersions: [v1]
`;

const VALUES = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, labels: {a: ";

describeWith([command("python3"), command("timeout", "coreutils"), apiServer], "a refusal", () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
    for (const text of [job("one"), deployment("one"), CONVERTED, ADMISSION]) {
      expect(await server.kubectl(["apply", "-f", "-"], text)).toMatchObject({ status: 0 });
    }
  });
  afterAll(() => server?.stop());

  test.each([
    ["a Job with a here-document", "001-a.yaml", job("two"), 'The Job "heredoc" is invalid: spec.template: field is'],
    ["a selector", "001-a.yaml", deployment("two"), 'The Deployment "web" is invalid: spec.selector: field is immut'],
    [
      "a label",
      "001-a.yaml",
      `${VALUES}"the connection string"}}\n`,
      'The ConfigMap "c" is invalid: metadata.labels: a',
    ],
    ["the word calling", "001-a.yaml", `${VALUES}"calling dial tcp"}}\n`, 'The ConfigMap "c" is invalid: metadata.la'],
    ["a name", "001-a.yaml", configMap("openapi_svc"), 'The ConfigMap "openapi_svc" is invalid: metadata.name: a l'],
    ["a truncated file", "001-a.json", '{"apiVersion": "v1", "kind": "Conf', "error: error parsing "],
    [
      "a number",
      "001-a.yaml",
      `${configMap("c")}data: {a: 1}\n`,
      "Error from server (BadRequest): error when creating",
    ],
    ["a field", "001-a.yaml", `${configMap("c")}unknown: {a: 1}\n`, "error: error validating "],
  ])("of %s is final at the first try, and holds up nothing", async (_, name, manifest, message) => {
    const spool = makeSpool();
    spool.add({ [name]: manifest, "002-cm.yaml": configMap("behind") });
    const output = await finish(spool, { KUBECONFIG: server.kubeconfig });
    expect(spool.list("applied")).toEqual(["002-cm.yaml"]);
    expect(spool.status()[name]).toMatchObject({ state: "failed", tries: 1 });
    expect(spool.status()[name]!.message).toContain(message);
    expect(output).toContain(`kubeboot: ${name} failed: ${message}`);
  });

  test("keeps what the server quotes out of the journal and the status", async () => {
    const spool = makeSpool();
    spool.add({ "001-job.yaml": job("two") });
    const output = await finish(spool, { KUBECONFIG: server.kubeconfig });
    const reason = join(spool.spool, "failed/001-job.yaml.reason");
    expect(readFileSync(reason, "utf8")).toContain("hunter2");
    expect(statSync(reason).mode & 0o777).toBe(0o600);
    expect(output + readFileSync(join(spool.spool, "status.json"), "utf8")).not.toContain("hunter2");
  });

  test.each([
    [
      "a conversion webhook that is down",
      "apiVersion: example.com/v2\nkind: Hook\nmetadata: {name: h}\n",
      "the next try",
    ],
    [
      "an admission webhook that is down",
      "apiVersion: v1\nkind: PodTemplate\nmetadata: {name: p}\ntemplate: {spec: {containers: [{name: c, image: i}]}}\n",
      "the next try",
    ],
    [
      "an unknown kind",
      "apiVersion: example.com/v3\nkind: Early\nmetadata: {name: e}\n",
      'kind "Early" in version "example.com/v3"',
    ],
    [
      "a missing namespace",
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: e, namespace: early}\n",
      'namespaces "early"',
    ],
  ])("because of %s is a try that counts, and says what it waits for", async (_, manifest, waitingFor) => {
    const spool = makeSpool();
    spool.add({ "001-a.yaml": manifest });
    spool.start({ KUBECONFIG: server.kubeconfig });
    await until(() => existsSync(join(spool.spool, "status.json")));
    const entry = spool.status()["001-a.yaml"]!;
    expect(entry).toMatchObject({ state: "pending", tries: 1, waitingFor });
    for (const time of [entry.first, entry.last, entry.next]) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test("of one object is final only when the others of its file have been created", async () => {
    const spool = makeSpool();
    const inside = configMap("inside").replace("metadata:", "metadata:\n  namespace: later");
    spool.add({ "001-a.yaml": `${configMap("Not_A_Name")}---\n${inside}` });
    const finished = finish(spool, { KUBECONFIG: server.kubeconfig });
    await until(() => existsSync(join(spool.spool, "status.json")));
    expect(spool.status()["001-a.yaml"]).toMatchObject({ state: "pending", waitingFor: 'namespaces "later"' });
    await server.kubectl(["create", "namespace", "later"]);
    await finished;
    expect(spool.list("failed")).toContain("001-a.yaml");
    expect(await server.kubectl(["get", "configmap", "inside", "-n", "later"])).toMatchObject({ status: 0 });
  });
});

describeWith([command("python3"), command("timeout", "coreutils")], "without a server", () => {
  test.each([
    ["is a folder", (folder: string) => folder, "is a directory"],
    ["is not YAML", (folder: string) => writeConfig(folder, "a: [1\n"), "yaml: line 1: did not find expected"],
    ["names a port that nothing serves", (folder: string) => writeConfig(folder, unreadyConfig(1)), "refused"],
  ])("that a kubeconfig leads to, which %s, the status has the cause", async (_, make, cause) => {
    const spool = makeSpool();
    const status = await look(spool, { KUBECONFIG: make(spool.folder) });
    for (const name of ["001-cm.yaml", "002-cm.yaml"]) {
      expect(status[name]).toMatchObject({ state: "pending", tries: 0, waitingFor: "a server" });
      expect(status[name]!.message).toContain(cause);
    }
  });

  test("the status has the cause, and not the client's warnings", async () => {
    const probe = "echo 'W1126 12:00:00 loader.go:223] Config not found'; echo 'error: no access'; exit 1";
    const spool = makeSpool();
    const status = await look(spool, { PATH: installClient(spool, "kubectl", "exit 0", probe).PATH });
    expect(status["001-cm.yaml"]).toMatchObject({ waitingFor: "a server", message: "error: no access" });
  });

  test("a server that goes away while a client talks to it costs no try", async () => {
    const spool = makeSpool();
    const gone = join(spool.folder, "gone");
    const action = `echo 'error: error validating "x": error validating data: [odd]'; echo > ${gone}; exit 1`;
    const status = await look(spool, {
      PATH: installClient(spool, "kubectl", action, `[ ! -e ${gone} ]; exit $?`).PATH,
    });
    expect(status["001-cm.yaml"]).toMatchObject({ state: "pending", tries: 0, waitingFor: "a server" });
  });
});

function writeConfig(folder: string, text: string): string {
  const path = join(folder, "kubeconfig");
  writeFileSync(path, text);
  return path;
}

/** The status after the applier has looked for a server. */
async function look(spool: TestSpool, environment: Record<string, string>): Promise<Record<string, Entry>> {
  spool.add({ "001-cm.yaml": configMap("a"), "002-cm.yaml": configMap("b") });
  spool.start(environment);
  await until(() => existsSync(join(spool.spool, "status.json")));
  return spool.status();
}
