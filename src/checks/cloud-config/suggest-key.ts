import { KNOWN_KEYS } from "../../cloud-config/config-keys.js";
import { MODULE_SCHEMAS } from "../../cloud-config/module-schemas.js";
import { listForms, type ValueType } from "../../cloud-config/value-type.js";
import { findNearest } from "../../text/find-nearest.js";
import { NO_BREAK_SPACE } from "../../text/no-break-space.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import { describePath } from "../../yaml/describe-path.js";

/**
 * What to do with a key that cloud-init does not know, as an imperative.
 *
 * @param known the keys that it knows in the same mapping
 */
export function suggestKey(path: NodePath, known: readonly string[]): string {
  const key = String(path.at(-1));
  if (NO_BREAK_SPACE.test(key)) return "replace the no-break spaces around the key with spaces";
  const meant = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key]!.find((name) => known.includes(name)) : undefined;
  if (meant !== undefined) return `use \`${meant}\``;
  if (path.length > 1 && KNOWN_KEYS.has(key)) {
    return `move \`${key}\` to the margin: it is no key of \`${describePath(path.slice(0, -1))}\``;
  }
  const place = path.length === 1 ? suggestPlace(key) : null;
  if (place !== null) return place;
  const nearest = findNearest(key, known);
  return nearest === null ? "check its name and its place, or delete it" : `use \`${nearest}\``;
}

/** What other tools call the keys of users and files. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  authorized_keys: ["ssh_authorized_keys"],
  chmod: ["permissions"],
  dest: ["path"],
  file: ["path"],
  filename: ["path"],
  home: ["homedir"],
  mode: ["permissions"],
  ssh_keys: ["ssh_authorized_keys"],
  username: ["name"],
};

/** The keys of the meta-data that people write into user-data (doc/rtd/reference/datasources/nocloud.rst). */
const META_DATA = new Set(["instance-id", "local-hostname", "public-keys"]);

/** Where a key belongs that stands at the margin; null if that is not known. */
function suggestPlace(key: string): string | null {
  if (META_DATA.has(key)) return `put \`${key}\` into the meta-data of the instance`;
  const list = ["users", "write_files"].find((name) => listItemKeys(MODULE_SCHEMAS[name]!).includes(key));
  return list === undefined ? null : `indent \`${key}\` below an item of \`${list}\``;
}

function listItemKeys(valueType: ValueType): string[] {
  return listForms(valueType).flatMap((form) => {
    if (form.kind === "list") return listItemKeys(form.of);
    return form.kind === "mapping" ? Object.keys(form.keys) : [];
  });
}
