/** What an API server rejects in a container of a pod (kubernetes, pkg/apis/core/validation). */
import { findNearest } from "../../text/find-nearest.js";
import { getAt } from "../get-at.js";
import { checkEnvironment } from "./check-environment.js";
import { DNS_LABEL, PORT_NAME, checkNameAt } from "./check-name.js";
import { checkLifecycle, checkProbe } from "./check-probe.js";
import { checkResources } from "./check-resources.js";
import { checkPort } from "./check-port.js";
import { at, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import {
  allowOne,
  checkRange,
  checkRelative,
  checkText,
  forbid,
  forbidRepeated,
  rejectValue,
  requireFilled,
  requireKeys,
} from "./values.js";
import { textOf } from "../../text/text-of.js";

/** What a container needs to know of its pod. */
export interface PodContext {
  hostNetwork: boolean;
  /** By name. */
  volumes: ReadonlyMap<string, unknown>;
}

/** Checks a container; a pod's first ones, which end before the others start, can do less. */
export function checkContainer(container: Cursor, pod: PodContext, isInitial: boolean): void {
  requireKeys(container, "name");
  requireFilled(container, "image");
  checkText(at(container, "image"), { pattern: /^(?:\S(?:.*\S)?)?$/s, words: "the image without blanks around it" });
  checkNameAt(at(container, "name"), "container name", DNS_LABEL);
  for (const port of itemsAt(container, "ports")) checkContainerPort(port, pod.hostNetwork);
  checkEnvironment(container);
  checkMounts(container, pod.volumes);
  checkResources(at(container, "resources"));
  checkSecurity(at(container, "securityContext"));
  checkPrivileges(at(container, "securityContext"));
  // A container that restarts is a sidecar, which may have them.
  const isSidecar = textAt(container, "restartPolicy") === "Always";
  for (const key of HOOKS) {
    if (isInitial && !isSidecar)
      forbid(container, key, "in an init container", "delete it, or set `restartPolicy: Always`");
    if (key !== "lifecycle") checkProbe(at(container, key), key !== "readinessProbe");
  }
  checkLifecycle(at(container, "lifecycle"));
}

const HOOKS = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"];

function checkContainerPort(port: Cursor, hostNetwork: boolean): void {
  requireKeys(port, "containerPort");
  checkNameAt(at(port, "name"), "port name", PORT_NAME);
  const containerPort = getAt(port.value, ["containerPort"]);
  const hostPort = getAt(port.value, ["hostPort"]);
  checkPort(at(port, "containerPort"));
  if (hostPort !== 0) checkPort(at(port, "hostPort"));
  if (hostNetwork && has(port, "hostPort") && hostPort !== 0 && hostPort !== containerPort) {
    port.complain("v1-host-port", [...port.path, "hostPort"]);
  }
}

function checkMounts(container: Cursor, volumes: ReadonlyMap<string, unknown>): void {
  const mounts = itemsAt(container, "volumeMounts");
  const isPrivileged = getAt(container.value, ["securityContext", "privileged"]) === true;
  for (const mount of mounts) {
    requireKeys(mount, "name", "mountPath");
    checkReference(at(mount, "name"), volumes);
    for (const key of ["subPath", "subPathExpr"]) checkRelative(at(mount, key));
    allowOne(mount, "subPath", "subPathExpr");
    if (textAt(mount, "mountPropagation") === "Bidirectional" && !isPrivileged) {
      const fix = "set `privileged: true` in `securityContext`, or use `HostToContainer`";
      forbid(mount, "mountPropagation", "`Bidirectional` in a container without privileges", fix);
    }
  }
  forbidRepeated(
    mounts.map((mount) => at(mount, "mountPath")),
    "mount path",
  );
  for (const device of itemsAt(container, "volumeDevices")) {
    checkReference(at(device, "name"), volumes);
    checkBlockVolume(at(device, "name"), volumes);
  }
}

function checkReference(reference: Cursor, volumes: ReadonlyMap<string, unknown>): void {
  const name = textAt(reference);
  if (name === null || volumes.has(name)) return;
  reference.complain("v1-volume-missing", reference.path, {
    name,
    nearest: findNearest(name, new Set(volumes.keys())),
  });
}

/** Only what is claimed can be a device (ValidateVolumeDevices). */
function checkBlockVolume(name: Cursor, volumes: ReadonlyMap<string, unknown>): void {
  const volume = volumes.get(textOf(name.value));
  if (volume === undefined || ["persistentVolumeClaim", "ephemeral"].some((key) => getAt(volume, [key]) !== undefined))
    return;
  rejectValue(name, "use the volume of a `persistentVolumeClaim`");
}

const MAX_ID = 2_147_483_647;

/** Checks the security context of a pod or of a container. */
export function checkSecurity(context: Cursor): void {
  for (const key of ["runAsUser", "runAsGroup", "fsGroup"]) checkRange(at(context, key), 0, MAX_ID);
  const profile = at(context, "seccompProfile");
  const type = textAt(profile, "type");
  if (type === "Localhost") requireFilled(profile, "localhostProfile");
  else if (type !== null) forbid(profile, "localhostProfile", `beside \`type: ${type}\``);
  for (const sysctl of itemsAt(context, "sysctls")) checkText(at(sysctl, "name"), SYSCTL);
}

const SYSCTL = {
  pattern: /^[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:[./][a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*$/,
  words: "a name such as `net.core.somaxconn`",
};

function checkPrivileges(context: Cursor): void {
  if (getAt(context.value, ["allowPrivilegeEscalation"]) !== false) return;
  const added = itemsAt(context, "capabilities", "add").some(({ value }) => value === "CAP_SYS_ADMIN");
  const other = getAt(context.value, ["privileged"]) === true ? "privileged" : added ? "CAP_SYS_ADMIN" : null;
  if (other === null) return;
  const words = { key: "allowPrivilegeEscalation: false", other, fix: "delete one of the two" };
  context.complain("v1-conflict", [...context.path, "allowPrivilegeEscalation"], words);
}
