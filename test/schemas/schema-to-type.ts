import type { JsonSchema } from "../../src/model.ts";

/** A schema as a type of TypeScript. `names` has the text for a `$ref`, by definition. */
export function schemaToType(schema: JsonSchema, names: (definition: string) => string): string {
  const convert = (each: unknown): string => schemaToType(each as JsonSchema, names);
  const { $ref, enum: words, const: value, anyOf, oneOf, type } = schema;
  if (typeof $ref === "string") return names($ref.slice("#/$defs/".length));
  if ("const" in schema) return JSON.stringify(value);
  if (Array.isArray(words)) return words.map((word) => JSON.stringify(word)).join(" | ");
  const choices = anyOf ?? oneOf;
  if (Array.isArray(choices)) return choices.map((each) => `(${convert(each)})`).join(" | ");
  if (Array.isArray(type)) return type.map((each) => convert({ ...schema, type: each })).join(" | ");
  switch (type) {
    case "array":
      return `readonly (${convert(schema["items"])})[]`;
    case "object":
      return objectToType(schema, convert);
    case "integer":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return type;
    default:
      throw new Error(`${JSON.stringify(schema)} has no type`);
  }
}

function objectToType({ properties, required, additionalProperties }: JsonSchema, convert: (each: unknown) => string) {
  if (properties === undefined)
    return `Record<string, ${additionalProperties ? convert(additionalProperties) : "unknown"}>`;
  const keys = Object.entries(properties as Record<string, JsonSchema>);
  const needed = new Set(required as string[]);
  return `{ ${keys.map(([key, each]) => `${JSON.stringify(key)}${needed.has(key) ? "" : "?"}: ${convert(each)}`).join("; ")} }`;
}
