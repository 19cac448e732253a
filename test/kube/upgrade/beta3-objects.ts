/** Random v1beta3 objects that both v1beta3 and v1 accept. */
import * as fc from "fast-check";
import type { Json } from "./pairs/pair.ts";

const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/);
const labels = fc.dictionary(label, fc.stringMatching(/^[A-Za-z0-9]{1,6}$/), { maxKeys: 3 });
const words = fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 });
const port = fc.integer({ min: 1, max: 65_535 });
const maybe = { requiredKeys: [] };

const amounts = fc.record({ cpu: fc.constantFrom("100m", 1, 0.5), memory: fc.constantFrom("64Mi", 1024) }, maybe);

const container = fc.record(
  {
    name: label,
    image: fc.constantFrom("mysql", "mysql:5", "host:5000/a/b", "a:latest"),
    command: words,
    args: words,
    ports: fc.constantFrom<Json[]>([], [{ containerPort: 80, protocol: "tcp" }]),
    env: fc.constantFrom<Json[]>([], [{ name: "A", value: "" }], [{ key: "B" }]),
    resources: fc.record({ limits: amounts }, maybe),
    imagePullPolicy: fc.constantFrom("PullAlways", "Never", "IfNotPresent"),
    privileged: fc.boolean(),
    capabilities: fc.constantFrom<Json>({}, { add: ["NET_ADMIN"] }),
  },
  { requiredKeys: ["name", "image"] },
);

const source = fc.constantFrom<Json>(
  {},
  { emptyDir: "" },
  { emptyDir: {} },
  { hostDir: { path: "/srv" } },
  { hostPath: { path: "/srv" } },
  { source: { persistentDisk: { pdName: "d", readOnly: true } } },
  { secret: { target: { name: "s" } } },
);

const spec = (restartPolicies: unknown[]) =>
  fc.record(
    {
      host: fc.constant("node-1"),
      serviceAccount: label,
      nodeSelector: labels,
      containers: fc.uniqueArray(container, { minLength: 1, maxLength: 2, selector: ({ name }) => name }),
      volumes: fc
        .uniqueArray(label, { maxLength: 2 })
        .chain((names) => fc.tuple(...names.map((name) => source.map((given) => Object.assign({ name }, given))))),
      restartPolicy: fc.constantFrom(...restartPolicies),
    },
    { requiredKeys: ["containers"] },
  );

const object = (kind: string, inner: fc.Arbitrary<unknown>) =>
  fc.record({
    kind: fc.constant(kind),
    apiVersion: fc.constant("v1beta3"),
    metadata: fc.record({ name: fc.constant("a"), labels }),
    spec: inner,
  });

const pod = object("Pod", spec(["Always", "Never", { always: {} }, { onFailure: {} }]));

const controller = object(
  "ReplicationController",
  fc.record(
    {
      replicas: fc.nat(5),
      selector: fc.constant({ name: "a" }),
      template: fc.record({
        metadata: labels.map((given) => ({ labels: { ...given, name: "a" } })),
        spec: spec(["Always", { always: {} }]),
      }),
    },
    { requiredKeys: ["template"] },
  ),
);

const service = object(
  "Service",
  fc.record(
    {
      port,
      containerPort: fc.oneof(port, port.map(String), fc.constant("web")),
      protocol: fc.constantFrom("TCP", "UDP", "tcp"),
      selector: labels,
      createExternalLoadBalancer: fc.boolean(),
      publicIPs: fc.constantFrom([], ["192.168.2.15"]),
      sessionAffinity: fc.constantFrom("None", "ClientIP"),
    },
    { requiredKeys: ["port"] },
  ),
);

/** Pods, replication controllers and services, all with the name "a". */
export const beta3Objects = fc.oneof(pod, controller, service) as fc.Arbitrary<Json>;
