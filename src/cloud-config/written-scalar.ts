/** Scalars that are not text, kept as they are written: `0644`, `1.10` and `2026-11-26` are written again unchanged. */
import { NOT_RESOLVED, YAMLException, defineScalarTag, type ScalarTagDefinition, type TagDefinition } from "js-yaml";
import { isMapping } from "../yaml/is-mapping.js";
import { CONFIG_SCHEMA } from "./config-schema.js";
import type { Config } from "./read-config.js";

/** A number, a boolean, a time or bytes. */
export class WrittenScalar {
  constructor(
    /** Its text, without quotes. */
    readonly source: string,
    /** The name of its tag, such as `tag:yaml.org,2002:int`. */
    readonly tagName: string,
    /** Whether the tag is written too. */
    readonly isTagged: boolean,
    /** What it means. */
    readonly value: unknown,
  ) {}
}

/**
 * Reads the mapping of a cloud-config, with {@link WrittenScalar} for what is neither text nor null. Null where it has
 * keys that are not text, or tags for other collections than lists and mappings.
 */
export function readWritten(config: Config): Readonly<Record<string, unknown>> | null {
  try {
    const root = config.readAs(WRITTEN_SCHEMA);
    return isMapping(root) && isPlain(root) ? root : null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return null;
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value === "string" || value === null || value instanceof WrittenScalar) return true;
  // To JavaScript, this key is not like others.
  if (isMapping(value) && Object.hasOwn(value, "__proto__")) return false;
  return (Array.isArray(value) || isMapping(value)) && Object.values(value).every(isPlain);
}

/** Text and null have one form each, and `<<` is resolved while reading. */
const OTHERS = new Set(["tag:yaml.org,2002:str", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"]);

/** js-yaml refuses a mapping with such a scalar as a key. */
const WRITTEN_SCHEMA = CONFIG_SCHEMA.withTags(CONFIG_SCHEMA.tags.filter(isWritten).map(keepWritten));

function isWritten(tag: TagDefinition): tag is ScalarTagDefinition {
  return tag.nodeKind === "scalar" && !OTHERS.has(tag.tagName);
}

function keepWritten(tag: ScalarTagDefinition): ScalarTagDefinition {
  return defineScalarTag<unknown>(tag.tagName, {
    ...tag,
    resolve: (source, isExplicit, tagName) => {
      const value = tag.resolve(source, isExplicit, tagName);
      return value === NOT_RESOLVED ? value : new WrittenScalar(source, tagName, isExplicit, value);
    },
  });
}
