/** v1beta1's probes and lifecycle hooks → v1's. */
import { integer, port, text, texts } from "../decoders.js";
import { gone, inside, move, type Rule, type Shape } from "../rules.js";

const ACTIONS: Readonly<Record<string, Rule>> = {
  exec: inside({ rules: { command: move("command", texts) } }, "exec"),
  httpGet: inside(
    { rules: { path: move("path", text), port: move("port", port), host: move("host", text) } },
    "httpGet",
  ),
  tcpSocket: inside({ rules: { port: move("port", port) } }, "tcpSocket"),
};

/** Liveness and readiness. */
export const PROBE: Shape = {
  rules: {
    ...ACTIONS,
    initialDelaySeconds: move("initialDelaySeconds", integer),
    timeoutSeconds: move("timeoutSeconds", integer),
    type: gone("the action implies it"),
    enabled: gone("a probe is always enabled"),
  },
};

/** The actions when a container starts and stops. */
export const LIFECYCLE: Shape = {
  rules: {
    postStart: inside({ rules: ACTIONS }, "postStart"),
    preStop: inside({ rules: ACTIONS }, "preStop"),
  },
};
