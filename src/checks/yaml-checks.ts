/** The checks that read YAML: loaded when there is some, for the parser takes time to load. */
import type { Check } from "./check.js";

export const YAML_CHECKS: readonly Check[] = [];
