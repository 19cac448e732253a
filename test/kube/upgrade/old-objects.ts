/** Random objects of old versions that both their version and v1 accept. */
import * as fc from "fast-check";
import { beta3Objects } from "./beta3-objects.ts";
import type { Json } from "./pairs/pair.ts";

const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/);
const words = fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 });
const labels = fc.dictionary(label, fc.stringMatching(/^[A-Za-z0-9]{1,6}$/), { maxKeys: 3 });
const port = fc.integer({ min: 1, max: 65_535 });
const protocol = fc.constantFrom("TCP", "UDP", "tcp");
const maybe = { requiredKeys: [] };

const envName = fc.stringMatching(/^[A-Z_]{1,8}$/);
const env = fc
  .tuple(fc.constantFrom("name", "key"), envName, fc.option(fc.string(), { nil: undefined }))
  .map(([key, name, value]): Json => (value === undefined ? { [key]: name } : { [key]: name, value }));

const probe = fc.record(
  {
    httpGet: fc.record({ path: fc.constant("/"), port: fc.oneof(port, port.map(String)) }),
    initialDelaySeconds: fc.nat(60),
    timeoutSeconds: fc.nat(60),
    enabled: fc.boolean(),
  },
  { requiredKeys: ["httpGet"] },
);

const container = fc.record(
  {
    name: label,
    image: fc.constantFrom("mysql", "mysql:5", "host:5000/a/b", "a:latest"),
    command: words,
    entrypoint: words,
    cpu: fc.nat(4000),
    memory: fc.nat(2 ** 40),
    ports: fc
      .uniqueArray(port, { maxLength: 2 })
      .chain((numbers) =>
        fc.tuple(...numbers.map((containerPort) => protocol.map((name) => ({ containerPort, protocol: name })))),
      ),
    env: fc.array(env, { maxLength: 3 }),
    livenessProbe: probe,
    imagePullPolicy: fc.constantFrom("PullAlways", "PullNever", "PullIfNotPresent"),
    privileged: fc.boolean(),
    capabilities: fc.record({ add: fc.constant(["NET_ADMIN"]) }, maybe),
  },
  { requiredKeys: ["name", "image"] },
);

const source = fc.constantFrom<Json | null>(
  null,
  {},
  { emptyDir: {} },
  { hostDir: { path: "/srv" } },
  { secret: { target: { name: "s" } } },
);

const manifest = (restartPolicies: Json[]) =>
  fc.record(
    {
      version: fc.constant("v1beta1"),
      containers: fc.uniqueArray(container, { minLength: 1, maxLength: 2, selector: ({ name }) => name }),
      volumes: fc
        .uniqueArray(label, { maxLength: 2 })
        .chain((names) => fc.tuple(...names.map((name) => source.map((given) => ({ name, source: given }))))),
      restartPolicy: fc.constantFrom(...restartPolicies),
      dnsPolicy: fc.constantFrom("ClusterFirst", "Default"),
    },
    { requiredKeys: ["containers"] },
  );

const envelope = { apiVersion: fc.constantFrom("v1beta1", "v1beta2"), id: fc.constant("a") };

const pod = fc.record(
  {
    kind: fc.constant("Pod"),
    ...envelope,
    labels,
    desiredState: fc.record({ manifest: manifest([{}, { always: {} }, { never: {} }, { onFailure: {} }]) }),
    nodeSelector: labels,
  },
  { requiredKeys: ["kind", "apiVersion", "id", "desiredState"] },
);

const template = fc
  .tuple(labels, manifest([{}, { always: {} }]))
  .map(([given, inner]) => ({ labels: { ...given, name: "a" }, desiredState: { manifest: inner } }));

const controller = fc.record({
  kind: fc.constant("ReplicationController"),
  ...envelope,
  desiredState: fc.record(
    { replicas: fc.nat(5), replicaSelector: fc.constant({ name: "a" }), podTemplate: template },
    { requiredKeys: ["podTemplate"] },
  ),
});

const service = fc.record(
  {
    kind: fc.constant("Service"),
    ...envelope,
    port,
    containerPort: fc.oneof(port, port.map(String), fc.constant("web")),
    protocol,
    selector: labels,
    createExternalLoadBalancer: fc.boolean(),
    publicIPs: fc.constantFrom([], ["192.168.2.15", "192.168.2.16"]),
    sessionAffinity: fc.constantFrom("None", "ClientIP"),
  },
  { requiredKeys: ["kind", "apiVersion", "id", "port"] },
);

/** Pods, replication controllers and services, all with the id "a". */
export const oldObjects = fc.oneof(pod, controller, service, beta3Objects) as fc.Arbitrary<Json>;
