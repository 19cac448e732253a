/** Probes and lifecycle hooks → v1's. */
import { integer, port, text, texts } from "../decoders.js";
import { gone, inside, move, type Rule, type Shape } from "../rules.js";

const HTTP_GET: Readonly<Record<string, Rule>> = {
  path: move("path", text),
  port: move("port", port),
  host: move("host", text),
  scheme: move("scheme", text),
};

const ACTIONS: Readonly<Record<string, Rule>> = {
  exec: inside({ rules: { command: move("command", texts) } }, "exec"),
  httpGet: inside({ rules: HTTP_GET }, "httpGet"),
  tcpSocket: inside({ rules: { port: move("port", port) } }, "tcpSocket"),
};

const PROBE: Shape = {
  rules: {
    ...ACTIONS,
    initialDelaySeconds: move("initialDelaySeconds", integer),
    timeoutSeconds: move("timeoutSeconds", integer),
    type: gone("the action implies it"),
    enabled: gone("a probe is always enabled"),
  },
};

const LIFECYCLE: Shape = {
  rules: {
    postStart: inside({ rules: ACTIONS }, "postStart"),
    preStop: inside({ rules: ACTIONS }, "preStop"),
  },
};

/** The rows of a container. */
export const PROBES: Readonly<Record<string, Rule>> = {
  livenessProbe: inside(PROBE, "livenessProbe"),
  readinessProbe: inside(PROBE, "readinessProbe"),
  lifecycle: inside(LIFECYCLE, "lifecycle"),
};
