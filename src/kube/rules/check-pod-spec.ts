/** What an API server rejects in a v1 PodSpec. */
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { DNS_LABEL, PORT_NAME, checkName } from "./check-name.js";
import type { Complain } from "./complain.js";
import { getAt, getList } from "../get-at.js";

/** Checks the spec at `path` of the object. */
export function checkPodSpec(object: Record<string, unknown>, path: NodePath, complain: Complain): void {
  const spec = getAt(object, path);
  if (isNone(getAt(spec, ["containers"]))) {
    complain("v1-required", spec === undefined ? path.slice(0, -1) : path, { key: "containers" });
  }
  const hostNetwork = getAt(spec, ["hostNetwork"]) === true;
  for (const key of ["initContainers", "containers"]) {
    getList(spec, [key]).forEach((container, index) => {
      checkContainer(container, [...path, key, index], hostNetwork, complain);
    });
  }
  getList(spec, ["volumes"]).forEach((volume, index) => checkVolume(volume, [...path, "volumes", index], complain));
}

/** Absent, null or empty; the schema reports a value that is not a list. */
function isNone(list: unknown): boolean {
  return (list ?? null) === null || (Array.isArray(list) && list.length === 0);
}

function checkContainer(container: unknown, at: NodePath, hostNetwork: boolean, complain: Complain): void {
  requireKeys(container, ["name", "image"], at, complain);
  checkName("container name", getAt(container, ["name"]), [...at, "name"], DNS_LABEL, complain);
  getList(container, ["ports"]).forEach((port, index) =>
    checkPort(port, [...at, "ports", index], hostNetwork, complain),
  );
  getList(container, ["env"]).forEach((env, index) => requireKeys(env, ["name"], [...at, "env", index], complain));
  getList(container, ["volumeMounts"]).forEach((mount, index) => {
    requireKeys(mount, ["name", "mountPath"], [...at, "volumeMounts", index], complain);
  });
  for (const path of LIMITS) checkAmount(getAt(container, path), [...at, ...path], complain);
}

const LIMITS = ["limits", "requests"].flatMap((list) => ["cpu", "memory"].map((name) => ["resources", list, name]));

function checkAmount(amount: unknown, at: NodePath, complain: Complain): void {
  if (typeof amount !== "string" || !amount.startsWith("-")) return;
  complain("v1-number", at, { key: String(at.at(-1)), value: amount, rule: "of 0 or more" });
}

function checkPort(port: unknown, at: NodePath, hostNetwork: boolean, complain: Complain): void {
  requireKeys(port, ["containerPort"], at, complain);
  checkName("port name", getAt(port, ["name"]), [...at, "name"], PORT_NAME, complain);
  const containerPort = getAt(port, ["containerPort"]);
  const hostPort = getAt(port, ["hostPort"]);
  checkPortNumber("containerPort", containerPort, [...at, "containerPort"], complain);
  if (hostPort !== 0) checkPortNumber("hostPort", hostPort, [...at, "hostPort"], complain);
  if (hostNetwork && hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort) {
    complain("v1-host-port", [...at, "hostPort"]);
  }
}

/** Reports a number that is not a valid port; names are checked elsewhere. */
export function checkPortNumber(key: string, value: unknown, at: NodePath, complain: Complain): void {
  if (typeof value !== "number" || (value >= 1 && value <= 65_535)) return;
  complain("v1-number", at, { key, value: String(value), rule: "from 1 to 65535" });
}

function checkVolume(volume: unknown, at: NodePath, complain: Complain): void {
  requireKeys(volume, ["name"], at, complain);
  const name = getAt(volume, ["name"]);
  checkName("volume name", name, [...at, "name"], DNS_LABEL, complain);
  const sources = isMapping(volume) ? Object.keys(volume).filter((key) => key !== "name") : [];
  if (sources.length > 1) complain("v1-volume-sources", at, { name: String(name) });
  for (const [source, key] of SOURCE_KEYS) {
    if (getAt(volume, [source]) !== undefined) requireKeys(getAt(volume, [source]), [key], [...at, source], complain);
  }
}

/** The required keys of the volume sources that have existed from the start. */
const SOURCE_KEYS = [
  ["hostPath", "path"],
  ["gcePersistentDisk", "pdName"],
  ["gitRepo", "repository"],
  ["secret", "secretName"],
] as const;

function requireKeys(value: unknown, keys: readonly string[], at: NodePath, complain: Complain): void {
  for (const key of keys) if ((getAt(value, [key]) ?? null) === null) complain("v1-required", at, { key });
}
