/** What an API server rejects in a v1 Service (kubernetes, ValidateService). */
import { getAt } from "../get-at.js";
import { isAddress, isExternal, isRange } from "./addresses.js";
import { checkLabels, isQualifiedName } from "./check-labels.js";
import { DNS_LABEL, DNS_SUBDOMAIN, checkNameAt } from "./check-name.js";
import { checkPort, checkPortReference } from "./check-port.js";
import type { Complain } from "./complain.js";
import { at, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import { checkRange, forbid, forbidRepeated, rejectValue, requireFilled } from "./values.js";
import { textOf } from "../../text/text-of.js";

/** Checks its type, its ports and its addresses. */
export function checkService(object: Record<string, unknown>, complain: Complain): void {
  const spec: Cursor = { value: getAt(object, ["spec"]), path: ["spec"], complain };
  const type = textAt(spec, "type") ?? "ClusterIP";
  const ports = itemsAt(spec, "ports");
  if (ports.length === 0 && needsPorts(spec, type)) complain("v1-required", [], { key: "ports" });
  for (const port of ports) checkServicePort(port, ports.length, type);
  forbidRepeatedPorts(ports);
  checkLabels(at(spec, "selector"), "selector");
  checkClusterAddress(spec, type);
  if (type === "ExternalName") {
    requireFilled(spec, "externalName");
    checkNameAt(at(spec, "externalName"), "externalName", { ...DNS_SUBDOMAIN, pattern: EXTERNAL_NAME });
  }
  checkTraffic(spec, type);
  for (const address of itemsAt(spec, "externalIPs")) {
    const text = textOf(address.value);
    if (!isExternal(text)) complain("v1-address", address.path, { address: text });
  }
}

/** A dot may end it (ValidateService trims it). */
const EXTERNAL_NAME = new RegExp(`^(?:${DNS_SUBDOMAIN.pattern.source.replace(/\$$/, "\\.?$")})?$`);

/** A service without a cluster address needs no ports. */
function needsPorts(spec: Cursor, type: string): boolean {
  return type !== "ExternalName" && textAt(spec, "clusterIP") !== "None";
}

function checkServicePort(port: Cursor, count: number, type: string): void {
  const { value, path, complain } = port;
  if (getAt(value, ["port"]) === undefined) complain("v1-required", path, { key: "port" });
  if (count > 1 && getAt(value, ["name"]) === undefined) complain("v1-required", path, { key: "name" });
  checkPort(at(port, "port"));
  checkPortReference(at(port, "targetPort"), "target port");
  checkNameAt(at(port, "name"), "port name", DNS_LABEL);
  const protocol = textAt(port, "appProtocol");
  if (protocol !== null && !isQualifiedName(protocol)) {
    rejectValue(at(port, "appProtocol"), "use the name of a protocol, such as `http` or `example.com/name`");
  }
  if (type !== "ClusterIP" || getAt(value, ["nodePort"]) === 0) return;
  forbid(port, "nodePort", "in a service of type `ClusterIP`", "set `type: NodePort`, or delete `nodePort`");
}

/** A port and a protocol belong to one entry; so does a port of the nodes. */
function forbidRepeatedPorts(ports: readonly Cursor[]): void {
  const protocols = new Set(ports.map((port) => textAt(port, "protocol") ?? "TCP"));
  for (const protocol of protocols) {
    const same = ports.filter((port) => (textAt(port, "protocol") ?? "TCP") === protocol);
    forbidRepeated(
      same.map((port) => at(port, "port")),
      "port",
    );
    const nodePorts = same.map((port) => at(port, "nodePort")).filter(({ value }) => value !== 0);
    forbidRepeated(nodePorts, "node port");
  }
}

function checkClusterAddress(spec: Cursor, type: string): void {
  const clusterIP = textAt(spec, "clusterIP") ?? "";
  if (clusterIP === "") return;
  if (type === "ExternalName") return forbid(spec, "clusterIP", "in a service of type `ExternalName`");
  const isHeadless = clusterIP === "None";
  if (isHeadless && type !== "ClusterIP") {
    return forbid(
      spec,
      "clusterIP",
      `\`None\` in a service of type \`${type}\``,
      "delete it, or set `type: ClusterIP`",
    );
  }
  if (!isHeadless && !isAddress(clusterIP))
    rejectValue(at(spec, "clusterIP"), "use `None`, an IP address, or delete it");
}

/** A day, in seconds (MaxClientIPServiceAffinitySeconds). */
const MAX_AFFINITY = 86_400;

function checkTraffic(spec: Cursor, type: string): void {
  const isReachable = type === "NodePort" || type === "LoadBalancer";
  const hasExternalIPs = itemsAt(spec, "externalIPs").length > 0;
  if (!isReachable && !hasExternalIPs && textAt(spec, "externalTrafficPolicy") !== "") {
    forbid(spec, "externalTrafficPolicy", `in a service of type \`${type}\``, "delete it, or set `type: NodePort`");
  }
  if (type !== "LoadBalancer" && itemsAt(spec, "loadBalancerSourceRanges").length > 0) {
    forbid(spec, "loadBalancerSourceRanges", `in a service of type \`${type}\``);
  }
  for (const range of itemsAt(spec, "loadBalancerSourceRanges")) {
    if (!isRange(textOf(range.value).trim())) rejectValue(range, "write a range, as in `10.0.0.0/8`");
  }
  const isLocal = type === "LoadBalancer" && textAt(spec, "externalTrafficPolicy") === "Local";
  if (!isLocal && getAt(spec.value, ["healthCheckNodePort"]) !== 0) {
    forbid(spec, "healthCheckNodePort", "without `externalTrafficPolicy: Local`");
  }
  if (textAt(spec, "sessionAffinity") !== "ClientIP") return;
  if (has(spec, "sessionAffinityConfig")) {
    checkRange(at(spec, "sessionAffinityConfig", "clientIP", "timeoutSeconds"), 1, MAX_AFFINITY);
  }
}
