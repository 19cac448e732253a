import { DEPRECATED_KEYS, REMOVED_KEYS } from "../../cloud-config/config-keys.js";
import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Finding, Part } from "../../model.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

export const outdatedKeys: Check = {
  codes: ["config-key-deprecated", "config-key-removed"],
  target: "input",
  run: (parts) => parts.filter(isCloudConfig).flatMap((part) => findDeprecated(part).concat(findRemoved(part))),
};

function findDeprecated(part: Part): Finding[] {
  const { documents, locate } = readConfig(part);
  return Object.entries(DEPRECATED_KEYS).flatMap(([pattern, { since, by }]) =>
    findPaths(documents[0], pattern.replaceAll("[]", ".[]").split(".")).map((path) =>
      finding("config-key-deprecated", locationOf(part, locate(path)), { key: String(path.at(-1)), since, by }),
    ),
  );
}

function findRemoved(part: Part): Finding[] {
  const { locate } = readConfig(part);
  const root = rootOf(part);
  return Object.entries(REMOVED_KEYS)
    .filter(([key]) => Object.hasOwn(root, key))
    .map(([key, since]) => finding("config-key-removed", locationOf(part, locate([key])), { key, since }));
}

/** The paths of all nodes that match the pattern. */
function findPaths(value: unknown, [step, ...rest]: readonly string[], path: NodePath = []): NodePath[] {
  if (step === undefined) return [path];
  if (step === "[]") {
    return Array.isArray(value) ? value.flatMap((item, index) => findPaths(item, rest, [...path, index])) : [];
  }
  const isHolder = typeof value === "object" && value !== null && Object.hasOwn(value, step);
  return isHolder ? findPaths((value as Record<string, unknown>)[step], rest, [...path, step]) : [];
}
