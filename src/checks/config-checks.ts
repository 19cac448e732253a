/** The checks that read cloud-config: loaded when there is some, for the parser takes time to load. */
import type { Check } from "./check.js";
import { mergeTypes } from "./cloud-config/merge-types.js";
import { mergedKeys } from "./cloud-config/merged-keys.js";

export const CONFIG_CHECKS: readonly Check[] = [mergeTypes, mergedKeys];
