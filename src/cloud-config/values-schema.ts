import { NOT_RESOLVED, defineScalarTag, timestampTag } from "js-yaml";
import { CONFIG_SCHEMA } from "./config-schema.js";

/** The tags for values of templates: a date stays the text that is written. */
export const VALUES_SCHEMA = CONFIG_SCHEMA.withTags(
  defineScalarTag(timestampTag.tagName, { ...timestampTag, resolve: () => NOT_RESOLVED }),
);
