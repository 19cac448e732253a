import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import { findReader, type Reader } from "../../releases/readers.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Check } from "../check.js";

export const readerKeys: Check = {
  codes: ["reader-ignores-key"],
  target: "input",
  each: true,
  run: (parts, release) => {
    const known = release && findReader(release.reader);
    if (!known) return [];
    const { name, reader } = release;
    return parts.filter(isCloudConfig).flatMap((part) =>
      findIgnored(rootOf(part), known).map((path) => {
        const location = locationOf(part, readConfig(part).locate(path));
        return finding("reader-ignores-key", location, { release: name, reader, key: String(path.at(-1)) });
      }),
    );
  },
};

/** Each key that is ignored at the root, and in the mappings of a list. */
function findIgnored(root: Record<string, unknown>, { keys }: Reader): NodePath[] {
  return Object.entries(root).flatMap(([key, value]): NodePath[] => {
    if (!Object.hasOwn(keys, key)) return [[key]];
    const inside = keys[key] ?? null;
    if (inside === null || !Array.isArray(value)) return [];
    return value.flatMap((item, index) =>
      Object.keys(isMapping(item) ? item : {})
        .filter((each) => !inside.includes(each))
        .map((each) => [key, index, each]),
    );
  });
}
