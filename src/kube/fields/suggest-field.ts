/** An unknown field and the objects around it → the field that was meant, or the place where it belongs. */
import { findNearest } from "../../text/find-nearest.js";
import { isMapping } from "../../yaml/is-mapping.js";
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Fields, FieldType } from "./field-table.js";
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
 * A field of the same mapping with nearly the same name comes before a field with this name elsewhere.
 * @param path that of the field
 * @param levels the objects from the root to the mapping that the field is in
 */
export function suggestField(path: NodePath, levels: readonly Level[]): Suggestion | null {
  const level = levels.at(-1)!;
  const { fields, value } = level;
  const key = String(path.at(-1));
  const same = findVariant(key, level) ?? findNameField(key, path, level);
  if (same !== null) return { field: same, place: null };
  // A selector whose labels stand in its place.
  if (fields.has("matchLabels")) return { field: key, place: [...path.slice(0, -1), "matchLabels"] };
  const below = findBelow(key, value[key], { path: path.slice(0, -1), fields, value });
  const above = levels.toReversed().findIndex((each) => each.fields.has(key) && !Object.hasOwn(each.value, key));
  const isBelow = below !== null && (above < 0 || below.depth <= above);
  if (isBelow && below.exists) return { field: key, place: below.path };
  if (!isBelow && above > 0) return { field: key, place: path.slice(0, levels.at(-1 - above)!.depth) };
  const nearest = findNearby(key, fields);
  if (nearest !== null) return { field: nearest, place: null };
  const place = below?.path ?? findBeside(key, path, levels);
  return place && { field: key, place };
}

/** The same name with another case, with letters that changed places, or in the other number. */
function findVariant(key: string, { fields, value }: Level): string | null {
  const names = [...fields.keys()];
  const same = names.find((name) => sortLetters(name) === sortLetters(key));
  const other = names.find(
    (name) => !Object.hasOwn(value, name) && ["s", "es"].some((end) => name === key + end || name + end === key),
  );
  return same ?? other ?? null;
}

function sortLetters(name: string): string {
  return Array.from(name.toLowerCase()).toSorted().join("");
}

/** A Secret's name is `secretName` in a volume, and a ConfigMap's is `name`: each with the word of the other. */
function findNameField(key: string, path: NodePath, { fields, value }: Level): string | null {
  const owner = String(path.slice(0, -1).findLast((each) => typeof each === "string")).toLowerCase();
  const named = [...fields.keys()].find((name) =>
    key === "name"
      ? name.endsWith("Name") && owner.endsWith(name.slice(0, -"Name".length).toLowerCase())
      : name === "name" && key.endsWith("Name") && owner.startsWith(key.slice(0, -"Name".length).toLowerCase()),
  );
  return named === undefined || Object.hasOwn(value, named) ? null : named;
}

/** The words that these fields abbreviate. */
const ABBREVIATED: Readonly<Record<string, string>> = { environment: "env", arguments: "args" };

function findNearby(key: string, fields: Fields): string | null {
  const words = Object.keys(ABBREVIATED).filter((word) => fields.has(ABBREVIATED[word]!));
  const nearest = findNearest(key, [...fields.keys(), ...words]);
  return nearest === null || fields.has(nearest) ? nearest : ABBREVIATED[nearest]!;
}

/** Fields of so many objects that an object with one says nothing. */
const COMMON = new Set(["apiVersion", "kind", "name", "namespace"]);

/** A place below an object around the field, such as that of a container's field in a pod's `securityContext`. */
function findBeside(key: string, path: NodePath, levels: readonly Level[]): NodePath | null {
  if (COMMON.has(key)) return null;
  const moved = levels.at(-1)!.value[key];
  for (const { fields, value, depth } of levels.toReversed()) {
    const below = findBelow(key, moved, { path: path.slice(0, depth), fields, value });
    if (below) return below.path;
  }
  return null;
}

/** A place so many levels down, which the object has or not. */
interface Below {
  path: NodePath;
  depth: number;
  exists: boolean;
}

/**
 * Breadth first: of places equally far down where the value fits, one that the object has. None if the object has the
 * field that far down already.
 */
function findBelow(key: string, moved: unknown, top: Place): Below | null {
  let places: Place[] = [top];
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    places = places.flatMap(listInner);
    const found = places.filter(({ fields }) => fields.has(key) && mayFit(moved, fields.get(key)!.type));
    if (found.some(({ value }) => isMapping(value) && Object.hasOwn(value, key))) return null;
    const best = found.find(({ value }) => value !== undefined) ?? found[0];
    if (best) return { path: best.path, depth, exists: best.value !== undefined };
  }
  return null;
}

/** Whether a value has the shape of the type; a single value may stand for a list. */
function mayFit(value: unknown, { form }: FieldType): boolean {
  if (value === null || form === "list" || form === "either" || form === "any") return true;
  return (form === "object" || form === "map") === isMapping(value) && !Array.isArray(value);
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
