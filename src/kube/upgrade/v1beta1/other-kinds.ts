/** v1beta1's Minion, Namespace, Secret and Endpoints → v1's. */
import { flag, integer, protocol, text, textMap, texts } from "../decoders.js";
import type { Target } from "../draft.js";
import { METADATA, STATUS } from "./metadata.js";
import { each, gone, inside, isGiven, move, type Field, type Fields, type Rule, type Shape } from "../rules.js";

/** Minion, which is Node in v1. */
export const NODE: Shape = {
  rules: {
    ...METADATA,
    podCIDR: move("spec.podCIDR", text),
    externalID: gone("the cloud provider sets spec.providerID", text),
    unschedulable: move("spec.unschedulable", flag),
    hostIP: gone("the kubelet of the node sets its addresses", text),
    resources: gone("the kubelet of the node sets its capacity"),
    status: STATUS,
  },
};

export const NAMESPACE: Shape = {
  rules: { ...METADATA, spec: gone("the API server sets the finalizers"), status: STATUS },
};

export const SECRET: Shape = {
  rules: { ...METADATA, type: move("type", text), data: move("data", textMap) },
};

const TARGET: Shape = {
  rules: {
    kind: move("kind", text),
    namespace: move("namespace", text),
    name: move("name", text),
    uid: move("uid", text),
    fieldPath: move("fieldPath", text),
    apiVersion: gone("v1 applies", text),
    resourceVersion: gone("the object may have changed", text),
  },
};

const SUBSET: Shape = {
  rules: {
    addresses: each({ rules: { IP: move("ip", text), targetRef: inside(TARGET, "targetRef") } }, "addresses"),
    ports: each(
      { rules: { name: move("name", text), port: move("port", integer), protocol: move("protocol", protocol) } },
      "ports",
    ),
  },
};

/** The first form of endpoints, ADDRESS:PORT: those with the same port form a subset. */
export const ENDPOINTS: Shape = {
  rules: {
    ...METADATA,
    endpoints: whereNoSubsets((field, target, fields) => writeSubsets(field, target, fields)),
    protocol: whereNoSubsets(() => {}),
    targetRefs: gone("the creator of the endpoints sets them"),
    subsets: each(SUBSET, "subsets"),
  },
};

/** Fields that subsets overwrote if both were given (types.go, Endpoints). */
function whereNoSubsets(rule: Rule): Rule {
  return (field, target, fields) => {
    if (!isGiven(fields.get("subsets"))) return rule(field, target, fields);
    target.report("upgrade-key-overridden", field.path, { key: String(field.path.at(-1)), by: "subsets" });
  };
}

function writeSubsets(field: Field, target: Target, fields: Fields): void {
  const endpoints = texts.decode(field.value) as string[] | null | undefined;
  if (endpoints === undefined) return move("subsets", texts)(field, target, fields);
  const subsets = new Map<string, string[]>();
  for (const [index, endpoint] of (endpoints ?? []).entries()) {
    const [, ip, port] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(endpoint) ?? [];
    if (ip === undefined || port === undefined) target.report("upgrade-endpoint", [...field.path, index], { endpoint });
    else subsets.set(port, [...(subsets.get(port) ?? []), ip]);
  }
  const given = protocol.decode(fields.get("protocol")?.value ?? "");
  [...subsets].forEach(([port, addresses], index) => {
    const ports = [{ port: Number(port), ...(typeof given === "string" ? { protocol: given } : {}) }];
    target.set(["subsets", index], { addresses: addresses.map((ip) => ({ ip })), ports }, field.path);
  });
}
