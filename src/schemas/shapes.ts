/** The shapes that schemas are made of (JSON Schema, draft 2020-12). */
import type { JsonSchema } from "../model.js";

/**
 * An object with these keys. A later version of kubeboot may add others, so they are not forbidden.
 *
 * @param optional the keys that may be missing
 */
export function objectOf<Key extends string>(
  description: string,
  properties: Readonly<Record<Key, JsonSchema>>,
  optional: readonly Key[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key as Key));
  return { type: "object", description, properties, required };
}

/** A list of equal items. */
export function listOf(description: string, items: JsonSchema): JsonSchema {
  return { type: "array", description, items };
}

/** Any text. */
export function textOf(description: string): JsonSchema {
  return { type: "string", description };
}

/** One word of a closed set; a record, so that TypeScript finds the ones that are missing. */
export function wordOf<Word extends string>(description: string, words: Readonly<Record<Word, true>>): JsonSchema {
  return { type: "string", description, enum: Object.keys(words) };
}

/** True or false. */
export function flagOf(description: string): JsonSchema {
  return { type: "boolean", description };
}

/** A whole number of at least `minimum`. */
export function numberFrom(minimum: number, description: string): JsonSchema {
  return { type: "integer", description, minimum };
}

/** A value of `$defs`. */
export function refTo(definition: string): JsonSchema {
  return { $ref: `#/$defs/${definition}` };
}

/** The same, or null. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: words } = schema;
  if (typeof type !== "string") return { anyOf: [schema, { type: "null" }] };
  return { ...schema, type: [type, "null"], ...(Array.isArray(words) && { enum: [...words, null] }) };
}

/** A fixed value. */
export function always(value: string | null, description: string): JsonSchema {
  return { description, const: value };
}
