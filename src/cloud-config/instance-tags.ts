/** YAML → what cloud-init gives to its JSON schema, as values that ajv judges as jsonschema does Python's. */
import { binaryTag, defineMappingTag, defineScalarTag, NOT_RESOLVED, setTag, timestampTag } from "js-yaml";
import { CONFIG_SCHEMA, FLOAT_TAG } from "./config-schema.js";

/** Python's dates and sets are of none of JSON's types, which is true of no other value that ajv may meet. */
const NO_JSON = Symbol("of no JSON type");

/** The tags with which a config is read for its schema. */
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
  // cloud-init takes bytes for text (config/schema.py, is_schema_byte_string).
  defineScalarTag(binaryTag.tagName, {
    ...binaryTag,
    resolve: (...scalar) => {
      const bytes = binaryTag.resolve(...scalar);
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

/** Draft 4 takes 1.0 for no integer, as Python does; JavaScript can't tell it from 1, but from its neighbour. */
function leaveIntegers(value: number): number {
  if (!Number.isInteger(value)) return value;
  return value === 0 ? Number.MIN_VALUE : value * (1 + Number.EPSILON);
}
