/** What an API server rejects in probes and in hooks (kubernetes, pkg/apis/core/validation). */
import { checkPortReference } from "./check-port.js";
import { at, type Cursor } from "./cursor.js";
import { checkRange, requireFilled, requireKeys, requireOne } from "./values.js";
import { textOf } from "../../text/text-of.js";

const TIMES = ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"];

/** Checks a probe; one success must be enough for those that decide whether the container restarts. */
export function checkProbe(probe: Cursor, restarts: boolean): void {
  checkHandler(probe, ["exec", "grpc", "httpGet", "tcpSocket"]);
  for (const key of TIMES) checkRange(at(probe, key), 0);
  const successes = at(probe, "successThreshold");
  if (restarts && typeof successes.value === "number" && successes.value > 1) {
    probe.complain("v1-number", successes.path, {
      key: "successThreshold",
      value: textOf(successes.value),
      rule: "of 1",
    });
  }
}

/** Checks what a container runs after its start and before its end. */
export function checkLifecycle(lifecycle: Cursor): void {
  for (const key of ["postStart", "preStop"]) {
    checkHandler(at(lifecycle, key), ["exec", "httpGet", "sleep", "tcpSocket"]);
  }
}

function checkHandler(handler: Cursor, kinds: readonly string[]): void {
  requireOne(handler, ...kinds);
  requireFilled(at(handler, "exec"), "command");
  for (const kind of ["httpGet", "tcpSocket"]) {
    requireKeys(at(handler, kind), "port");
    checkPortReference(at(handler, kind, "port"), "port name");
  }
}
