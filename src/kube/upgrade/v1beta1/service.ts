/** v1beta1's Service → v1's. */
import { integer, port, positive, protocol, text } from "../decoders.js";
import { each, gone, move, type Shape } from "../rules.js";
import { STATUS } from "../shared/server-owned.js";
import { serviceRules, warnOfTargetPort } from "../shared/service.js";
import { METADATA } from "./metadata.js";

const PORT: Shape = {
  rules: {
    name: move("name", text),
    protocol: move("protocol", protocol),
    port: move("port", positive),
    containerPort: move("targetPort", port),
    nodePort: move("nodePort", integer),
  },
};

export const SERVICE: Shape = {
  rules: {
    ...METADATA,
    ...serviceRules("spec."),
    ports: each(PORT, "spec.ports"),
    proxyPort: gone("the API server chooses it", integer),
    loadBalancerStatus: STATUS,
  },
  finish: warnOfTargetPort,
};
