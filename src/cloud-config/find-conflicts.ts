/** Two cloud-configs → the values that can't both stay. */
import { isDeepStrictEqual } from "node:util";
import { isMapping } from "../yaml/is-mapping.js";
import type { NodePath } from "../yaml/locate-nodes.js";
import { meaningOf } from "./meaning-of.js";

/** The paths at which both have a value, and these are neither two lists, nor two mappings, nor equal. */
export function findConflicts(earlier: unknown, later: unknown, path: NodePath = []): NodePath[] {
  if (Array.isArray(earlier) && Array.isArray(later)) return [];
  if (!isMapping(earlier) || !isMapping(later))
    return isDeepStrictEqual(meaningOf(earlier), meaningOf(later)) ? [] : [path];
  return Object.keys(later)
    .filter((key) => Object.hasOwn(earlier, key))
    .flatMap((key) => findConflicts(earlier[key], later[key], [...path, key]));
}
