import { isTrue, listMadeUsers } from "../../cloud-config/list-made-users.js";
import { mergeParts, type MergedConfig } from "../../cloud-config/merge-parts.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding } from "../../model.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { Check } from "../check.js";

/**
 * write_files looks owners up by name and raises if there is none (util.py, chownbyname); a later module creates
 * users, except for deferred files (config/cloud.cfg.tmpl, cloud_init_modules).
 */
export const fileOwner: Check = {
  codes: ["file-owner"],
  target: "arranged",
  run: (parts) => {
    const merged = mergeParts(parts);
    const files = merged?.root["write_files"];
    return merged && Array.isArray(files) ? files.flatMap((file) => checkFile(file, merged)) : [];
  },
};

/** Users that images have before cloud-init runs (Debian's base-passwd; Fedora's setup; systemd). */
const IN_IMAGES =
  /^(?:root|daemon|bin|sys|sync|games|man|lp|mail|news|uucp|proxy|www-data|backup|list|irc|gnats|nobody|adm|operator|ftp|shutdown|halt|_apt|sshd|syslog|messagebus|dbus|polkitd|chrony|tss|rpc|systemd-.*)$/;

function checkFile(file: unknown, merged: MergedConfig): Finding[] {
  if (!isMapping(file) || !file["path"] || typeof file["owner"] !== "string") return [];
  const isDeferred = isTrue(file["defer"]);
  const made = isDeferred ? new Set<string>() : listMadeUsers(merged.root);
  const owner = splitOwner(file["owner"]).find(
    (name) => /^\d+$/.test(name) || (made.has(name) && !IN_IMAGES.test(name)),
  );
  const origin = owner === undefined ? null : merged.findItem("write_files", file);
  if (!origin) return [];
  const location = locationOf(origin.part, origin.config.locateValue(["write_files", origin.index, "owner"]));
  return [finding("file-owner", location, { owner: owner!, isMade: made.has(owner!) })];
}

/** util.py, extract_usergroup */
function splitOwner(owner: string): string[] {
  const names = owner.split(/:(.*)/s, 2).map((name) => name.trim());
  return names.filter((name) => !/^(?:|-1|none)$/i.test(name));
}
