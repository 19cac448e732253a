/** YAML as Kubernetes reads it. */
import {
  NOT_RESOLVED,
  YAML11_SCHEMA,
  binaryTag,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  floatCoreTag,
  intYaml11Tag,
  mapTag,
  seqTag,
} from "js-yaml";

/** An integer, without its underscores, as Go's ParseInt takes it: `0644` and `0o644` are octal. */
const INTEGER = /^[-+]?(?:0b[01]+|0o[0-7]+|0x[\da-f]+|0[0-7]+|0|[1-9]\d*)$/i;

/** Tags of which go-yaml knows nothing: a scalar below one is text. */
const OTHER_TAGS = ["!", "tag:"] as const;

/**
 * Kubernetes reads YAML with go-yaml 2 (resolve.go): YAML 1.1, in which `yes` is true and `0644` octal,
 * but `12:30` and `2014-06-01` are text, and `1e3` is a number as in JSON. Bytes become text.
 */
export const MANIFEST_SCHEMA = YAML11_SCHEMA.withTags(
  defineScalarTag("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: intYaml11Tag.implicitFirstChars,
    resolve: (source) => {
      const plain = source.replaceAll("_", "");
      return INTEGER.test(plain) ? parseInteger(plain) : NOT_RESOLVED;
    },
    identify: intYaml11Tag.identify,
  }),
  defineScalarTag(floatCoreTag.tagName, {
    ...floatCoreTag,
    resolve: (source, ...how) => floatCoreTag.resolve(source.replaceAll("_", ""), ...how),
  }),
  defineScalarTag("tag:yaml.org,2002:timestamp", { resolve: (source) => source, identify: () => false }),
  defineScalarTag(binaryTag.tagName, {
    resolve: (...scalar) => {
      const bytes = binaryTag.resolve(...scalar);
      return bytes === NOT_RESOLVED ? bytes : new TextDecoder().decode(bytes);
    },
    identify: () => false,
  }),
  ...OTHER_TAGS.flatMap((prefix) => [
    defineScalarTag(prefix, { matchByTagPrefix: true, resolve: (source) => source, identify: () => false }),
    defineSequenceTag(prefix, { ...seqTag, matchByTagPrefix: true }),
    defineMappingTag(prefix, { ...mapTag, matchByTagPrefix: true }),
  ]),
);

/** JavaScript writes octal numbers with an o. */
function parseInteger(plain: string): number {
  const sign = plain.startsWith("-") ? -1 : 1;
  const digits = plain.replace(/^[-+]/, "").toLowerCase();
  const value = Number(digits.replace(/^0(?=[0-7])/, "0o"));
  return value === 0 ? 0 : sign * value;
}
