/** v1beta3's ServiceSpec → v1's. */
import { integer, port, positive, protocol, text, texts } from "../decoders.js";
import { each, gone, move, unless, type Shape } from "../rules.js";
import { portalIp, serviceRules, warnOfTargetPort } from "../shared/service.js";

const PORT: Shape = {
  rules: {
    name: move("name", text),
    protocol: move("protocol", protocol),
    port: move("port", positive),
    targetPort: move("targetPort", port),
    containerPort: unless("targetPort", move("targetPort", port)),
    nodePort: move("nodePort", integer),
  },
};

/**
 * Until March 2015 a service had one port, flat as in v1beta1, and published examples call its target as today. The
 * names that v1 gave to `portalIP` and `publicIPs` stay if they are given.
 */
export const SERVICE_SPEC: Shape = {
  rules: {
    ...serviceRules(""),
    portalIP: unless("clusterIP", portalIp("clusterIP")),
    clusterIP: portalIp("clusterIP"),
    targetPort: unless("ports", unless("containerPort", move("ports.0.targetPort", port))),
    ports: each(PORT, "ports"),
    publicIPs: unless("externalIPs", move("externalIPs", texts)),
    deprecatedPublicIPs: unless("externalIPs", move("externalIPs", texts)),
    externalIPs: move("externalIPs", texts),
    proxyPort: gone("the API server chooses it", integer),
  },
  finish: warnOfTargetPort,
};
