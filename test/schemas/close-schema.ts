import type { JsonSchema } from "../../src/model.ts";

/** The schema with every key forbidden that it does not name, so that a key which it lacks is found. */
export function closeSchema(schema: JsonSchema): JsonSchema {
  return close(schema) as JsonSchema;
}

function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== "object" || value === null) return value;
  const closed = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, close(inner)]));
  return "required" in value ? { ...closed, additionalProperties: false } : closed;
}
