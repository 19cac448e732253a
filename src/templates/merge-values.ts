import { isMapping } from "../yaml/is-mapping.js";

/** The variables of templates by name, as YAML and JSON have them: texts, numbers, booleans, nulls, lists and mappings. */
export type Values = Readonly<Record<string, unknown>>;

/** Values, the path of a YAML or JSON file with values, or several of them, of which later ones win. */
export type ValuesInput = string | Values | readonly (string | Values)[];

/** Both together: a mapping of both is merged; of anything else, that of `later` wins. */
export function mergeValues(earlier: Values, later: Values): Values {
  const merged = new Map(Object.entries(earlier));
  for (const [name, value] of Object.entries(later)) {
    const known = merged.get(name);
    merged.set(name, isMapping(known) && isMapping(value) ? mergeValues(known, value) : value);
  }
  return Object.fromEntries(merged);
}
