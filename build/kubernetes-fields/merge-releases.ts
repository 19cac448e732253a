/** The objects of several releases of Kubernetes → one table of all their fields. */
import type { Declared, DeclaredField } from "./read-declarations.ts";
import type { Objects } from "./read-packages.ts";

/** A field of any of the releases. */
export interface MergedField extends DeclaredField {
  /** `new` if only the newest release has it, `old` if it does not. */
  age: "new" | "old" | null;
}

/** An object of any of the releases. */
export interface MergedObject {
  /** Null for one without fields that are known. */
  fields: ReadonlyMap<string, MergedField> | null;
  alias: string | null;
  isNew: boolean;
}

/** @param older the oldest release first: a field is new if it is in none of them but could be */
export function mergeReleases(newest: Objects, older: readonly Objects[]): Map<string, MergedObject> {
  const names = new Set([newest, ...older].flatMap((objects) => Array.from(objects.keys())));
  const prefixes = new Set(older.flatMap((objects) => Array.from(objects.keys(), toGroup)));
  return new Map(Array.from(names, (name) => [name, mergeObject(name)]));

  function mergeObject(name: string): MergedObject {
    const versions = [newest, ...older.toReversed()].flatMap((objects) => objects.get(name) ?? []);
    const now = newest.get(name);
    const before = older.flatMap((objects) => objects.get(name) ?? []);
    const fields = new Map<string, MergedField>();
    for (const { fields: declared } of versions) {
      for (const [key, field] of declared) {
        const known = fields.get(key);
        // An object without a name of its own, which an older release names.
        if (known?.type === "[a") known.type = field.type;
        if (known) continue;
        const isNew =
          before.length > 0 && !before.some((object) => object.fields.has(key)) && !isOmitted(key, declared);
        const isOld = now !== undefined && !now.fields.has(key);
        fields.set(key, { ...field, required: field.required && !isOld, age: isNew ? "new" : isOld ? "old" : null });
      }
    }
    const alias = versions.find((object) => object.alias !== null)?.alias ?? null;
    // A version that is not stable may also be older than all of these releases.
    const isNew = before.length === 0 && prefixes.has(toGroup(name)) && /V\d+[A-Z]\w*$/.test(name);
    return { fields: fields.size === 0 ? null : fields, alias, isNew };
  }
}

/**
 * Whether `kubernetes-types` lacks the field in every release: the extensions of a custom resource definition's schema,
 * and what stands below a description with the end of a comment in it, in rules about API groups.
 */
function isOmitted(key: string, fields: Declared["fields"]): boolean {
  return key.startsWith("x-kubernetes-") || (/^(?:resources|scope)$/.test(key) && fields.has("apiGroups"));
}

/** `IoK8sApiCoreV1Pod` → `IoK8sApiCore`. */
function toGroup(name: string): string {
  return name.replace(/V\d+(?:(?:alpha|beta)\d+)?[A-Z]\w*$/, "");
}
