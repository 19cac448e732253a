/** The rows that services of every old version have. */
import { isIP } from "node:net";
import { flag, port, positive, protocol, text, textMap, texts } from "../decoders.js";
import { parsePath, type Target } from "../draft.js";
import { decode, isGiven, move, unless, type Fields, type Rule, type Shape } from "../rules.js";

/**
 * The rows, without `ports`.
 *
 * @param at where v1 has them, from the object on which they stand: `spec.`, or empty in v1beta3
 */
export function serviceRules(at: "spec." | ""): Readonly<Record<string, Rule>> {
  return {
    createExternalLoadBalancer: unless("type", loadBalancer(`${at}type`)),
    type: move(`${at}type`, text),
    selector: move(`${at}selector`, textMap),
    portalIP: portalIp(`${at}clusterIP`),
    // The only port of early services: `ports`, if given, overrides it.
    portName: unless("ports", move(`${at}ports.0.name`, text)),
    protocol: unless("ports", move(`${at}ports.0.protocol`, protocol)),
    port: unless("ports", move(`${at}ports.0.port`, positive)),
    containerPort: unless("ports", move(`${at}ports.0.targetPort`, port)),
    // First renamed to deprecatedPublicIPs, then to externalIPs.
    publicIPs: move(`${at}externalIPs`, texts),
    sessionAffinity: move(`${at}sessionAffinity`, text),
  };
}

function loadBalancer(to: string): Rule {
  return (field, target) => {
    if (decode(field, flag, target) === true) target.set(parsePath(to), "LoadBalancer", field.path);
  };
}

/** An address that the new cluster has to have; `None` and an empty text mean the same in every version. */
export function portalIp(to: string): Rule {
  return (field, target) => {
    const address = decode(field, text, target) as string | null;
    if (address === null) return;
    target.set(parsePath(to), address, field.path);
    if (isIP(address) === 0) return;
    target.report("upgrade-cluster-ip", field.path, { key: String(field.path.at(-1)), address });
  };
}

/** Inside `ports` a missing containerPort meant the port, as it does in v1. */
export const warnOfTargetPort: NonNullable<Shape["finish"]> = (fields: Fields, target: Target) => {
  if (isGiven(fields.get("ports")) || !isGiven(fields.get("port"))) return;
  if (isGiven(fields.get("containerPort")) || isGiven(fields.get("targetPort"))) return;
  target.report("upgrade-target-port", fields.get("port")!.path, { version: target.version });
};
