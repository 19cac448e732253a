import type { Values } from "../templates/merge-values.js";
import { isMapping } from "../yaml/is-mapping.js";
import { shorten } from "./variable-names.js";

/** Values, and what sets them. */
export interface AssignedValues {
  /** For messages, such as `--set cluster.domain`. */
  name: string;
  values: Values;
}

/** What is known of a variable: what set it first, and what is in it if it is a mapping. */
interface Variable {
  setBy: string;
  below: Map<string, Variable> | null;
}

/**
 * Says which of them set the same variable, one as a mapping and another as something else: one of the two would be
 * lost. That a text or a list is set again is no conflict: later ones win.
 */
export function findValueConflicts(assigned: readonly AssignedValues[]): string[] {
  const known = new Map<string, Variable>();
  return assigned.flatMap(({ name, values }) => {
    const conflict = add(values, name, known, "");
    return conflict === null ? [] : [conflict];
  });
}

function add(values: Values, name: string, known: Map<string, Variable>, prefix: string): string | null {
  for (const [key, value] of Object.entries(values)) {
    const isMap = isMapping(value);
    const variable = known.get(key) ?? { setBy: name, below: isMap ? new Map<string, Variable>() : null };
    known.set(key, variable);
    const path = `${prefix}${key}`;
    if (isMap !== (variable.below !== null)) {
      return `${shorten(variable.setBy)} and ${shorten(name)} exclude each other: only one of them makes \`${shorten(path)}\` a mapping`;
    }
    const conflict = isMap && variable.below ? add(value, name, variable.below, `${path}.`) : null;
    if (conflict !== null) return conflict;
  }
  return null;
}
