/** Names that Kubernetes accepts (apimachinery, util/validation). */
import type { NodePath } from "../../yaml/locate-nodes.js";
import type { Complain } from "./complain.js";
import type { Cursor } from "./cursor.js";

/** The format of a name. */
export interface NameRule {
  pattern: RegExp;
  /** In words that follow "use". */
  words: string;
}

export const DNS_SUBDOMAIN: NameRule = {
  pattern: /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  words: "lower-case letters, digits, `-` and `.`, with a letter or digit at both ends",
};

export const DNS_LABEL: NameRule = {
  pattern: /^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  words: "up to 63 lower-case letters, digits and `-`, with a letter or digit at both ends",
};

export const DNS_LABEL_1035: NameRule = {
  pattern: /^(?=.{1,63}$)[a-z]([-a-z0-9]*[a-z0-9])?$/,
  words: "up to 63 lower-case letters, digits and `-`, with a letter at the start and a letter or digit at the end",
};

export const PORT_NAME: NameRule = {
  pattern: /^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  words: "up to 15 lower-case letters, digits and single `-`, at least one of them a letter",
};

/** Reports a name that breaks the rule, if it is given. */
export function checkName(key: string, name: unknown, at: NodePath, rule: NameRule, complain: Complain): void {
  if (breaks(name, rule)) complain("v1-name", at, { key, name, rule: rule.words, valid: suggestName(name, rule) });
}

/** Reports the text at the cursor if it breaks the rule. */
export function checkNameAt(cursor: Cursor, key: string, rule: NameRule): void {
  if (breaks(cursor.value, rule)) checkName(key, cursor.value, cursor.path, rule, cursor.complain);
}

function breaks(name: unknown, { pattern }: NameRule): name is string {
  return typeof name === "string" && !pattern.test(name);
}

/** A valid name that is like `name`; null where changing letters and joining words makes none. */
export function suggestName(name: string, { pattern }: NameRule): string | null {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2").match(/[A-Za-z0-9]+/g) ?? [];
  const valid = words.join("-").toLowerCase();
  return pattern.test(valid) ? valid : null;
}
