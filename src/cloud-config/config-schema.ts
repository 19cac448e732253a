/** YAML as cloud-init reads it. */
import {
  NOT_RESOLVED,
  YAML11_SCHEMA,
  binaryTag,
  boolYaml11Tag,
  defineScalarTag,
  floatYaml11Tag,
  intYaml11Tag,
  type ScalarTagDefinition,
} from "js-yaml";

/** Numbers with a decimal point. */
export const FLOAT_TAG = leaveText(floatYaml11Tag, /^(?:[-+]\.\d|\._)/);

/** Bytes in base64. */
export const BINARY_TAG = defineScalarTag(binaryTag.tagName, { ...binaryTag, resolve: decodeBinary });

/**
 * cloud-init reads YAML with PyYAML (resolver.py): YAML 1.1, in which `yes` is true, `0644` octal and
 * `1:30` ninety, but `y`, `01:30` and `-.5` are text.
 */
export const CONFIG_SCHEMA = YAML11_SCHEMA.withTags(
  leaveText(boolYaml11Tag, /^[yn]$/i),
  leaveText(intYaml11Tag, /^[-+]?0[\d_]*:/),
  FLOAT_TAG,
  BINARY_TAG,
);

/** Python skips characters outside base64's alphabet, and requires padding (binascii.a2b_base64). */
function decodeBinary(source: string): Uint8Array<ArrayBuffer> | typeof NOT_RESOLVED {
  const text = source.replace(/[^A-Za-z0-9+/=]/g, "");
  const isWhole = /^(?:[^=]{4})*(?:[^=]{2}=[^=]*=.*|[^=]{3}=.*)?$/.test(text) && /^[\x00-\x7f]*$/.test(source);
  return isWhole ? Uint8Array.from(Buffer.from(text, "base64")) : NOT_RESOLVED;
}

/** The tag without plain scalars that match the pattern. */
function leaveText<Value>(tag: ScalarTagDefinition<Value>, pattern: RegExp): ScalarTagDefinition<Value> {
  return defineScalarTag(tag.tagName, {
    ...tag,
    resolve: (source, isExplicit, tagName) =>
      !isExplicit && pattern.test(source) ? NOT_RESOLVED : tag.resolve(source, isExplicit, tagName),
  });
}
