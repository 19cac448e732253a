/** What an API server rejects in a v1 PodSpec (kubernetes, pkg/apis/core/validation). */
import type { NodePath } from "../../yaml/locate-nodes.js";
import { getAt } from "../get-at.js";
import { isAddress } from "./addresses.js";
import { checkContainer, checkSecurity } from "./check-container.js";
import { DNS_LABEL, DNS_SUBDOMAIN, checkNameAt } from "./check-name.js";
import { checkScheduling } from "./check-scheduling.js";
import { checkVolumes } from "./check-volumes.js";
import type { Complain } from "./complain.js";
import { at, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import { checkRange, forbid, forbidRepeated, rejectValue } from "./values.js";
import { textOf } from "../../text/text-of.js";

/**
 * Checks the spec at `path` of the object.
 *
 * @param claims the names of the volumes that the object brings beside those of the spec
 */
export function checkPodSpec(
  object: Record<string, unknown>,
  path: NodePath,
  complain: Complain,
  claims: readonly string[] = [],
): void {
  const spec: Cursor = { value: getAt(object, path), path, complain };
  checkContainers(spec, claims);
  checkVolumes(spec);
  checkSecurity(at(spec, "securityContext"));
  checkScheduling(spec);
  checkNames(spec);
  checkDns(spec);
  checkRange(at(spec, "activeDeadlineSeconds"), 1, 2_147_483_647);
  checkPriority(spec);
  if (getAt(spec.value, ["hostPID"]) === true && getAt(spec.value, ["shareProcessNamespace"]) === true) {
    const words = { key: "shareProcessNamespace", other: "hostPID", fix: null };
    complain("v1-conflict", [...path, "shareProcessNamespace"], words);
  }
}

/** The admission plugin Priority computes it: 0 without a class. */
function checkPriority(spec: Cursor): void {
  if (getAt(spec.value, ["priority"]) === 0 || textAt(spec, "priorityClassName")) return;
  forbid(spec, "priority", "in a pod without a class", "set `priorityClassName` instead");
}

function checkContainers(spec: Cursor, claims: readonly string[]): void {
  if (isNone(getAt(spec.value, ["containers"]))) {
    spec.complain("v1-required", spec.value === undefined ? spec.path.slice(0, -1) : spec.path, { key: "containers" });
  }
  const volumes = itemsAt(spec, "volumes");
  const pod = {
    hostNetwork: getAt(spec.value, ["hostNetwork"]) === true,
    volumes: new Map([
      ...claims.map((name): [string, unknown] => [name, { persistentVolumeClaim: {} }]),
      ...volumes.map(({ value }): [string, unknown] => [textOf(getAt(value, ["name"])), value]),
    ]),
  };
  for (const container of itemsAt(spec, "initContainers")) checkContainer(container, pod, true);
  const containers = itemsAt(spec, "containers");
  for (const container of containers) checkContainer(container, pod, false);
  forbidRepeatedHostPorts(containers);
}

/** Absent, null or empty; the check of fields reports a value that is not a list. */
function isNone(list: unknown): boolean {
  return (list ?? null) === null || (Array.isArray(list) && list.length === 0);
}

/** Two containers can't have the same port of the machine, unless protocol or address differ. */
function forbidRepeatedHostPorts(containers: readonly Cursor[]): void {
  const ports = containers.flatMap((container) => itemsAt(container, "ports")).filter((port) => has(port, "hostPort"));
  const groups = new Map<string, Cursor[]>();
  for (const port of ports) {
    const key = `${textAt(port, "protocol") ?? "TCP"} ${textAt(port, "hostIP") ?? ""}`;
    groups.set(
      key,
      [...(groups.get(key) ?? []), at(port, "hostPort")].filter(({ value }) => value !== 0),
    );
  }
  for (const group of groups.values()) forbidRepeated(group, "host port");
}

function checkNames(spec: Cursor): void {
  for (const key of ["hostname", "subdomain"]) checkNameAt(at(spec, key), key, DNS_LABEL);
  for (const key of ["serviceAccountName", "nodeName", "priorityClassName", "runtimeClassName"]) {
    if (textAt(spec, key) !== "") checkNameAt(at(spec, key), key, DNS_SUBDOMAIN);
  }
}

/** The limits are those of the resolver (kubernetes, ValidatePodDNSConfig). */
const MAX_NAMESERVERS = 3;

function checkDns(spec: Cursor): void {
  const nameservers = itemsAt(spec, "dnsConfig", "nameservers");
  if (textAt(spec, "dnsPolicy") === "None" && nameservers.length === 0) {
    spec.complain("v1-required", [...spec.path, "dnsPolicy"], { key: "dnsConfig.nameservers" });
  }
  const [extra] = nameservers.slice(MAX_NAMESERVERS);
  if (extra) rejectValue(extra, `keep at most ${MAX_NAMESERVERS} nameservers`);
  for (const nameserver of nameservers) checkAddress(nameserver);
  for (const alias of itemsAt(spec, "hostAliases")) {
    checkAddress(at(alias, "ip"));
    for (const name of itemsAt(alias, "hostnames")) checkNameAt(name, "host name", DNS_SUBDOMAIN);
  }
}

function checkAddress(cursor: Cursor): void {
  const text = textAt(cursor);
  if (text !== null && !isAddress(text)) rejectValue(cursor, "write an IPv4 or IPv6 address");
}
