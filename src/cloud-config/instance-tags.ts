/** YAML → the input of cloud-init's JSON schema, as values that ajv treats as jsonschema treats Python's. */
import { defineMappingTag, defineScalarTag, NOT_RESOLVED, setTag, timestampTag } from "js-yaml";
import { BINARY_TAG, CONFIG_SCHEMA, FLOAT_TAG } from "./config-schema.js";

/** Stands for Python's dates and sets, the only values without a JSON type that ajv may get. */
const NO_JSON = Symbol("of no JSON type");

/** The tags for reading a config for its schema. */
export const INSTANCE_TAGS = CONFIG_SCHEMA.withTags(
  defineScalarTag(FLOAT_TAG.tagName, {
    ...FLOAT_TAG,
    resolve: (...scalar) => {
      const value = FLOAT_TAG.resolve(...scalar);
      return value === NOT_RESOLVED ? value : leaveIntegers(value);
    },
  }),
  defineScalarTag(timestampTag.tagName, {
    ...timestampTag,
    resolve: (...scalar) => (timestampTag.resolve(...scalar) === NOT_RESOLVED ? NOT_RESOLVED : NO_JSON),
  }),
  // cloud-init treats bytes as text (config/schema.py, is_schema_byte_string).
  defineScalarTag(BINARY_TAG.tagName, {
    ...BINARY_TAG,
    resolve: (...scalar) => {
      const bytes = BINARY_TAG.resolve(...scalar);
      return bytes === NOT_RESOLVED ? bytes : Buffer.from(bytes).toString("latin1");
    },
  }),
  defineMappingTag<Set<unknown>, unknown>(setTag.tagName, {
    ...setTag,
    keys: () => [],
    get: () => null,
    finalize: () => NO_JSON,
  }),
);

/** In draft 4, as in Python, 1.0 is not an integer; JavaScript can't tell it from 1, so its neighbour replaces it. */
function leaveIntegers(value: number): number {
  if (!Number.isInteger(value)) return value;
  return value === 0 ? Number.MIN_VALUE : value * (1 + Number.EPSILON);
}
