/** Scalars that are not text, kept as they are written: `0644`, `1.10` and `2026-11-26` are written again unchanged. */
import {
  NOT_RESOLVED,
  Schema,
  YAMLException,
  defineScalarTag,
  omapTag,
  pairsTag,
  setTag,
  type ScalarTagDefinition,
  type TagDefinition,
} from "js-yaml";
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
 * Reads the mapping of a cloud-config, with {@link WrittenScalar} for what is neither text nor null. Null where
 * JavaScript can't keep it: keys that are not text, and collections other than lists and mappings.
 */
export function readWritten(config: Config): Readonly<Record<string, unknown>> | null {
  try {
    const root = config.readAs(WRITTEN_SCHEMA);
    return isMapping(root) && canKeep(root) ? root : null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return null;
  }
}

/** An object has keys that are like indexes in front of the others, and one key sets its prototype. */
const MOVED_KEY = /^(?:0|[1-9]\d*|__proto__)$/;

function canKeep(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(canKeep);
  return !isMapping(value) || Object.entries(value).every(([key, each]) => !MOVED_KEY.test(key) && canKeep(each));
}

/** Text and null have one form each, and `<<` is resolved while reading. */
const OTHERS = new Set(["tag:yaml.org,2002:str", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"]);

const COLLECTIONS = new Set([omapTag, pairsTag, setTag].map(({ tagName }) => tagName));

/** js-yaml refuses the tags that are left out, and a mapping with a written scalar as a key. */
const WRITTEN_SCHEMA = new Schema(
  CONFIG_SCHEMA.tags
    .filter(({ tagName }) => !COLLECTIONS.has(tagName))
    .map((tag) => (isWritten(tag) ? keepWritten(tag) : tag)),
);

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
