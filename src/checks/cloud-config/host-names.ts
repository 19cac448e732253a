import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import { isHostName } from "../../text/is-host-name.js";
import type { Check } from "../check.js";

/** The text before the first dot becomes the name of the machine (util.py, get_hostname_fqdn). */
export const hostNames: Check = {
  codes: ["host-name"],
  target: "input",
  each: true,
  run: (parts) =>
    parts.filter(isCloudConfig).flatMap((part) => ["hostname", "fqdn"].flatMap((key) => check(part, key))),
};

function check(part: Part, key: string): Finding[] {
  const name = rootOf(part)[key];
  if (typeof name !== "string" || name === "" || /[${}<>%@]/.test(name) || isHostName(name)) return [];
  // Beside a hostname it is only used in a line of /etc/hosts, in most distributions.
  if (key === "fqdn" && hasOwnName(rootOf(part)) && isHostName(name.replaceAll("_", "-"))) return [];
  const location = locationOf(part, readConfig(part).locateValue([key]));
  return [finding("host-name", location, { key, name, nearest: suggestHostName(name) })];
}

function hasOwnName({ hostname, prefer_fqdn_over_hostname: prefersFqdn }: Record<string, unknown>): boolean {
  return typeof hostname === "string" && prefersFqdn !== true;
}

/** The nearest valid name, or null. */
function suggestHostName(name: string): string | null {
  const labels = name.split(".").map((label) => label.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, ""));
  const suggested = labels.join(".");
  return isHostName(suggested) ? suggested : null;
}
