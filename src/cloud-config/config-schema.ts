/** YAML as cloud-init reads it. */
import { NOT_RESOLVED, YAML11_SCHEMA, defineScalarTag, floatYaml11Tag, intYaml11Tag, boolYaml11Tag } from "js-yaml";
import type { ScalarTagDefinition } from "js-yaml";

/** Numbers with a point. */
export const FLOAT_TAG = leaveText(floatYaml11Tag, /^(?:[-+]\.\d|\._)/);

/**
 * cloud-init reads YAML with PyYAML (resolver.py): YAML 1.1, in which `yes` is true, `0644` octal and
 * `1:30` ninety, but `y`, `01:30` and `-.5` are text.
 */
export const CONFIG_SCHEMA = YAML11_SCHEMA.withTags(
  leaveText(boolYaml11Tag, /^[yn]$/i),
  leaveText(intYaml11Tag, /^[-+]?0[\d_]*:/),
  FLOAT_TAG,
);

/** The tag without the plain scalars of a pattern. */
function leaveText<Value>(tag: ScalarTagDefinition<Value>, pattern: RegExp): ScalarTagDefinition<Value> {
  return defineScalarTag(tag.tagName, {
    ...tag,
    resolve: (source, isExplicit, tagName) =>
      !isExplicit && pattern.test(source) ? NOT_RESOLVED : tag.resolve(source, isExplicit, tagName),
  });
}
