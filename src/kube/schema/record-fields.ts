/** An object → the same object, which records the fields that a validator reads. */
import type { NodePath } from "../../yaml/locate-nodes.js";
import { isMapping } from "../../yaml/is-mapping.js";

/** A mapping with a fixed set of fields. */
export interface KnownFields {
  path: NodePath;
  /** The fields that it has. */
  names: string[];
  /** The fields that it may have. */
  fields: ReadonlySet<string>;
}

/** The object to validate, and the fields that were read. */
export interface RecordedFields {
  value: unknown;
  known: () => KnownFields[];
}

/**
 * A compiled validator reads every field that its schema knows, by name, and lists the keys of a mapping that allows
 * any. This reveals unknown fields, which Kubernetes' published schema allows and its clients reject. A null is read
 * as absent, as servers do.
 */
export function recordFields(object: Record<string, unknown>): RecordedFields {
  const notes = new Map<object, Note>();
  const value = record(object, [], notes);
  return {
    value,
    known: () => [...notes.values()].filter(({ free, fields }) => !free && fields.size > 0),
  };
}

interface Note extends KnownFields {
  fields: Set<string>;
  /** Whether its keys were listed, which means that it allows any. */
  free: boolean;
}

function record(value: unknown, path: NodePath, notes: Map<object, Note>): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((item, index) => record(item, [...path, index], notes));
  if (!isMapping(value)) return value;
  // An alias is one object in several places: each is validated separately.
  const target = { ...value };
  const note: Note = { path, names: Object.keys(value), fields: new Set(), free: false };
  notes.set(target, note);
  const inner = new Map<string, unknown>();
  return new Proxy(target, {
    get: (_, name) => {
      if (typeof name === "symbol") return undefined;
      note.fields.add(name);
      if (!Object.hasOwn(value, name)) return undefined;
      if (!inner.has(name)) inner.set(name, record(value[name], [...path, name], notes));
      return inner.get(name);
    },
    ownKeys: () => {
      note.free = true;
      return Reflect.ownKeys(target);
    },
  });
}
