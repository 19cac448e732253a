/** YAML as Kubernetes reads it. */
import { NOT_RESOLVED, YAML11_SCHEMA, defineScalarTag, floatCoreTag, intYaml11Tag } from "js-yaml";

/**
 * Kubernetes reads YAML with go-yaml 2 (resolve.go): YAML 1.1, in which `yes` is true and `0644` octal,
 * but `12:30` and `2014-06-01` are text, and `1e3` is a number as in JSON.
 */
export const MANIFEST_SCHEMA = YAML11_SCHEMA.withTags(
  defineScalarTag("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: intYaml11Tag.implicitFirstChars,
    resolve: (source, isExplicit, tagName) =>
      source.includes(":") ? NOT_RESOLVED : intYaml11Tag.resolve(source, isExplicit, tagName),
    identify: intYaml11Tag.identify,
  }),
  floatCoreTag,
  defineScalarTag("tag:yaml.org,2002:timestamp", { resolve: (source) => source, identify: () => false }),
);
