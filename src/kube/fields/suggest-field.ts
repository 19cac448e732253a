/** An unknown field and the objects around it → the field that was meant, or the place where it belongs. */
import { findNearest } from "../../text/find-nearest.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Fields } from "./field-table.js";
import type { Level } from "./find-field-problems.js";

/** What was meant. */
export interface Suggestion {
  field: string;
  /** Where it belongs; null for the mapping that it is in. */
  place: NodePath | null;
}

/** How far down a field is looked for: from a Deployment's `spec` to the fields of its containers. */
const DEEPEST = 3;

/**
 * @param path that of the field
 * @param levels the objects from the root to the mapping that the field is in
 */
export function suggestField(path: NodePath, levels: readonly Level[]): Suggestion | null {
  const { fields, value } = levels.at(-1)!;
  const key = String(path.at(-1));
  const same = [...fields.keys()].find((name) => sortLetters(name) === sortLetters(key));
  if (same !== undefined) return { field: same, place: null };
  // A selector whose labels stand in its place.
  if (fields.has("matchLabels")) return { field: key, place: [...path.slice(0, -1), "matchLabels"] };
  const below = findBelow(key, fields, value);
  const above = levels.toReversed().findIndex((level) => level.fields.has(key) && !Object.hasOwn(level.value, key));
  if (below && (above < 0 || below.depth <= above)) return { field: key, place: [...path.slice(0, -1), ...below.path] };
  if (above > 0) return { field: key, place: path.slice(0, levels.at(-1 - above)!.depth) };
  const nearest = findNearest(key, fields.keys());
  if (nearest !== null) return { field: nearest, place: null };
  const place = findBeside(key, path, levels);
  return place && { field: key, place };
}

/** Fields of so many objects that an object with one says nothing. */
const COMMON = new Set(["apiVersion", "kind", "name", "namespace"]);

/** A place below an object around the field, such as that of a container's field in a pod's `securityContext`. */
function findBeside(key: string, path: NodePath, levels: readonly Level[]): NodePath | null {
  if (COMMON.has(key)) return null;
  for (const { fields, value, depth } of levels.toReversed()) {
    const below = findBelow(key, fields, value);
    if (below) return [...path.slice(0, depth), ...below.path];
  }
  return null;
}

/** The same for names with another case, and with letters that changed places. */
function sortLetters(name: string): string {
  return Array.from(name.toLowerCase()).toSorted().join("");
}

/** Breadth first: of places equally far down, one that the object has. */
function findBelow(key: string, fields: Fields, value: unknown): { path: NodePath; depth: number } | null {
  let places: Place[] = [{ path: [], fields, value }];
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    places = places.flatMap(listInner);
    const found = places.filter((place) => place.fields.has(key) && !(isMapping(place.value) && key in place.value));
    const best = found.find((place) => place.value !== undefined) ?? found[0];
    if (best) return { path: best.path, depth };
  }
  return null;
}

interface Place {
  path: NodePath;
  fields: Fields;
  value: unknown;
}

function listInner({ path, fields, value }: Place): Place[] {
  return Array.from(fields).flatMap(([name, { type }]) => {
    const inner = isMapping(value) ? value[name] : undefined;
    const known = type.form === "list" ? type.of : type;
    if (known.form !== "object" || name === "status") return [];
    const isList = type.form === "list";
    return [
      {
        path: isList ? [...path, name, 0] : [...path, name],
        fields: known.fields(),
        value: isList ? first(inner) : inner,
      },
    ];
  });
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
