/** v1beta1's Service → v1's. */
import { isIP } from "node:net";
import { flag, integer, port, positive, protocol, text, textMap, texts } from "../decoders.js";
import type { Target } from "../draft.js";
import { METADATA, STATUS } from "./metadata.js";
import { decode, each, gone, isGiven, move, unless, type Fields, type Rule, type Shape } from "../rules.js";

const PORT: Shape = {
  rules: {
    name: move("name", text),
    protocol: move("protocol", protocol),
    port: move("port", positive),
    containerPort: move("targetPort", port),
    nodePort: move("nodePort", integer),
  },
};

/** The only port of early services: `ports`, if given, overrides it. */
const FLAT_PORT: Readonly<Record<string, Rule>> = {
  portName: unless("ports", move("spec.ports.0.name", text)),
  protocol: unless("ports", move("spec.ports.0.protocol", protocol)),
  port: unless("ports", move("spec.ports.0.port", positive)),
  containerPort: unless("ports", move("spec.ports.0.targetPort", port)),
};

const LOAD_BALANCER: Rule = (field, target) => {
  if (decode(field, flag, target) === true) target.set(["spec", "type"], "LoadBalancer", field.path);
};

const PORTAL_IP: Rule = (field, target) => {
  const address = decode(field, text, target) as string | null;
  if (address === null) return;
  target.set(["spec", "clusterIP"], address, field.path);
  if (isIP(address) !== 0) target.report("upgrade-cluster-ip", field.path, { address });
};

/** publicIPs became deprecatedPublicIPs and then externalIPs. */
export const SERVICE: Shape = {
  rules: {
    ...METADATA,
    createExternalLoadBalancer: unless("type", LOAD_BALANCER),
    type: move("spec.type", text),
    selector: move("spec.selector", textMap),
    portalIP: PORTAL_IP,
    ...FLAT_PORT,
    ports: each(PORT, "spec.ports"),
    publicIPs: move("spec.externalIPs", texts),
    sessionAffinity: move("spec.sessionAffinity", text),
    proxyPort: gone("the API server chooses it", integer),
    loadBalancerStatus: STATUS,
  },
  finish: warnOfTargetPort,
};

/** Inside `ports` a missing containerPort meant the port, as it does in v1. */
function warnOfTargetPort(fields: Fields, target: Target): void {
  if (isGiven(fields.get("ports")) || !isGiven(fields.get("port")) || isGiven(fields.get("containerPort"))) return;
  target.report("upgrade-target-port", fields.get("port")!.path);
}
