import { group, servicePair, type Json, type Pair } from "./pair.ts";

const GONE = "upgrade-key-gone";
const TYPE = "upgrade-type";
const REQUIRED = "v1-required";
const TARGET = "upgrade-target-port";
const OVERRIDDEN = "upgrade-key-overridden";

/** A pair of services with a plain port and one other difference. */
const plain = (name: string, old: Json, expected: Json, codes: string[] = []): Pair => {
  const ports = [{ port: 80, targetPort: 80 }];
  return servicePair(name, { port: 80, containerPort: 80, ...old }, { ports, ...expected }, codes);
};

const port = (name: string, old: Json, expected: Json, codes: string[] = []): Pair => {
  return servicePair(name, { port: 80, ...old }, { ports: [{ port: 80, ...expected }] }, codes);
};

/** Section 6 of the mapping. */
export const SERVICE_PAIRS: Pair[] = [
  ...group("service port", [
    port("a number", { containerPort: 8080 }, { targetPort: 8080 }),
    port("a name", { containerPort: "web" }, { targetPort: "web" }),
    port("a number in quotes", { containerPort: "8080" }, { targetPort: 8080 }),
    port("none", {}, {}, [TARGET]),
    port("0", { containerPort: 0 }, {}, [TARGET]),
    port("an empty name", { containerPort: "" }, {}, [TARGET]),
    port("containerPortName, which was ignored", { containerPortName: "web" }, {}, ["upgrade-key-unknown", TARGET]),
    port("protocol", { containerPort: 80, protocol: "UDP" }, { targetPort: 80, protocol: "UDP" }),
    port("a lower-case protocol", { containerPort: 80, protocol: "tcp" }, { targetPort: 80, protocol: "TCP" }),
    port("portName", { containerPort: 80, portName: "web" }, { targetPort: 80, name: "web" }),
    servicePair("a port in quotes", { port: "80" }, null, [TYPE, REQUIRED, TARGET]),
    servicePair("no port", { selector: { a: "b" } }, { selector: { a: "b" } }, [REQUIRED]),
    servicePair("port 0", { port: 0 }, null, [REQUIRED]),
    servicePair(
      "ports",
      { ports: [{ name: "w", port: 80, protocol: "TCP", containerPort: 8080, nodePort: 30_080 }], type: "NodePort" },
      { type: "NodePort", ports: [{ name: "w", port: 80, protocol: "TCP", targetPort: 8080, nodePort: 30_080 }] },
    ),
    servicePair("ports without containerPort", { ports: [{ port: 80 }] }, { ports: [{ port: 80 }] }),
    servicePair(
      "ports beside a flat port",
      { port: 1, containerPort: 2, portName: "x", protocol: "UDP", ports: [{ port: 80 }] },
      { ports: [{ port: 80 }] },
      [OVERRIDDEN, OVERRIDDEN, OVERRIDDEN, OVERRIDDEN],
    ),
    port("ports that are empty", { containerPort: 80, ports: [] }, { targetPort: 80 }),
    port("ports that are null", { containerPort: 80, ports: null }, { targetPort: 80 }),
    servicePair(
      "several ports",
      {
        ports: [
          { name: "a", port: 1 },
          { name: "b", port: 2 },
        ],
      },
      {
        ports: [
          { name: "a", port: 1 },
          { name: "b", port: 2 },
        ],
      },
    ),
    servicePair(
      "several ports without names",
      { ports: [{ port: 1 }, { name: "b", port: 2 }] },
      { ports: [{ port: 1 }, { name: "b", port: 2 }] },
      [REQUIRED],
    ),
    servicePair(
      "a port that no host has",
      { port: 70_000, containerPort: 80 },
      { ports: [{ port: 70_000, targetPort: 80 }] },
      ["v1-number"],
    ),
  ]),
  ...group("service", [
    plain("selector", { selector: { name: "a" } }, { selector: { name: "a" } }),
    plain("an empty selector", { selector: {} }, {}),
    plain("a selector that is null", { selector: null }, {}),
    plain("createExternalLoadBalancer", { createExternalLoadBalancer: true }, { type: "LoadBalancer" }),
    plain("createExternalLoadBalancer: false", { createExternalLoadBalancer: false }, {}),
    plain("type", { type: "NodePort" }, { type: "NodePort" }),
    plain(
      "type beside createExternalLoadBalancer",
      { type: "ClusterIP", createExternalLoadBalancer: true },
      { type: "ClusterIP" },
      [OVERRIDDEN],
    ),
    plain(
      "publicIPs",
      { publicIPs: ["192.168.2.15", "192.168.2.16"] },
      { externalIPs: ["192.168.2.15", "192.168.2.16"] },
    ),
    plain("no publicIPs", { publicIPs: [] }, {}),
    plain("publicIPs of this machine", { publicIPs: ["127.0.0.1"] }, { externalIPs: ["127.0.0.1"] }, ["v1-address"]),
    plain("publicIPs of nothing", { publicIPs: ["0.0.0.0"] }, { externalIPs: ["0.0.0.0"] }, ["v1-address"]),
    plain("publicIPs by name", { publicIPs: ["web.example.com"] }, { externalIPs: ["web.example.com"] }, [
      "v1-address",
    ]),
    plain("publicIPs that are link-local", { publicIPs: ["169.254.1.1"] }, { externalIPs: ["169.254.1.1"] }, [
      "v1-address",
    ]),
    plain("publicIPs that are text", { publicIPs: "192.168.2.15" }, {}, [TYPE]),
    plain("portalIP", { portalIP: "10.0.0.77" }, { clusterIP: "10.0.0.77" }, ["upgrade-cluster-ip"]),
    plain("no portalIP", { portalIP: "" }, {}),
    plain("headless", { portalIP: "None" }, { clusterIP: "None" }),
    plain("sessionAffinity", { sessionAffinity: "ClientIP" }, { sessionAffinity: "ClientIP" }),
    plain("proxyPort", { proxyPort: 40_000 }, {}, [GONE]),
    plain("loadBalancerStatus", { loadBalancerStatus: { ingress: [] } }, {}, [GONE]),
    plain("createExternalLoadBalancer that is text", { createExternalLoadBalancer: "true" }, {}, [TYPE]),
  ]),
  ...group("service name", [
    named("a-service", []),
    named("a".repeat(63), []),
    named("1st", ["v1-name"]),
    named("a.b", ["v1-name"]),
    named("Web_1", ["v1-name"]),
  ]),
];

function named(id: string, codes: string[]): Pair {
  const pair = plain(id, { id }, {}, codes);
  (pair.new!["metadata"] as Json)["name"] = id;
  return pair;
}
