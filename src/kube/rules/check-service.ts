/** What an API server rejects in a v1 Service. */
import { createRequire } from "node:module";
import { DNS_LABEL, checkName } from "./check-name.js";
import { checkPortNumber } from "./check-pod-spec.js";
import type { Complain } from "./complain.js";
import { getAt, getList } from "../get-at.js";

/** Checks its ports and its external IPs. */
export function checkService(object: Record<string, unknown>, complain: Complain): void {
  const ports = getList(object, ["spec", "ports"]);
  if (ports.length === 0 && needsPorts(object)) complain("v1-required", [], { key: "ports" });
  ports.forEach((port, index) => {
    const at = ["spec", "ports", index];
    if (getAt(port, ["port"]) === undefined) complain("v1-required", at, { key: "port" });
    if (ports.length > 1 && getAt(port, ["name"]) === undefined) complain("v1-required", at, { key: "name" });
    for (const key of ["port", "targetPort"]) checkPortNumber(key, getAt(port, [key]), [...at, key], complain);
    checkName("port name", getAt(port, ["name"]), [...at, "name"], DNS_LABEL, complain);
  });
  getList(object, ["spec", "externalIPs"]).forEach((address, index) => {
    if (!isExternal(String(address)))
      complain("v1-address", ["spec", "externalIPs", index], { address: String(address) });
  });
}

/** A service without a cluster address needs no ports. */
function needsPorts(object: Record<string, unknown>): boolean {
  return getAt(object, ["spec", "type"]) !== "ExternalName" && getAt(object, ["spec", "clusterIP"]) !== "None";
}

/** Addresses that can't be a service's external IP (kubernetes, validation.ValidateNonSpecialIP). */
const SPECIAL = [
  ["0.0.0.0", 32],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["224.0.0.0", 24],
  ["::", 128],
  ["::1", 128],
  ["fe80::", 10],
  ["ff02::", 16],
] as const;

/** Loads node:net only here: few services have external addresses, and loading it takes time. */
function isExternal(address: string): boolean {
  const { BlockList, isIP } = createRequire(import.meta.url)("node:net") as typeof import("node:net");
  const familyOf = (text: string): "ipv4" | "ipv6" => (isIP(text) === 6 ? "ipv6" : "ipv4");
  const special = new BlockList();
  for (const [prefix, bits] of SPECIAL) special.addSubnet(prefix, bits, familyOf(prefix));
  return isIP(address) !== 0 && !special.check(address, familyOf(address));
}
