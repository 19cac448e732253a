import { findNearest } from "../text/find-nearest.js";
import { MARKERS } from "./content-types.js";
import { SORTED_FOLDERS } from "./script-folders.js";

/** By their names without `text/x-`, which people often leave out or add. */
const KNOWN_TYPES: ReadonlyMap<string, string> = new Map(
  [...MARKERS.map(({ type }) => type), ...SORTED_FOLDERS].map((type) => [shorten(type), type]),
);

/** What people call a type that has another name. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ...["bash", "script", "sh", "shell"].map((name) => [name, "text/x-shellscript"] as const),
  ...["boot", "once", "instance"].map((name) => [`per-${name}`, `text/x-shellscript-per-${name}`] as const),
  ["boothook", "text/cloud-boothook"],
  ["include", "text/x-include-url"],
  ...["k8s", "kubernetes", "manifest"].map((name) => [name, "text/x-kube-manifest"] as const),
  ["pod", "text/x-kube-pod"],
]);

/** The known content type that `type`, which may be invalid, was most likely meant to be, or null. */
export function findNearType(type: string): string | null {
  const name = shorten(type.replace(/;.*/s, ""));
  const known =
    KNOWN_TYPES.get(name) ?? OTHER_NAMES.get(name) ?? KNOWN_TYPES.get(findNearest(name, KNOWN_TYPES.keys()) ?? "");
  return known === undefined || known === type ? null : known;
}

function shorten(type: string): string {
  return type
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]/g, "-")
    .replace(/^[a-z]+\//, "")
    .replace(/^[#-]+/, "")
    .replace(/^x-/, "");
}
