/** LimitRange and ResourceQuota → v1's. */
import { text } from "../decoders.js";
import { STATUS } from "./server-owned.js";
import { decode, each, inside, unless, type Rule, type Shape } from "../rules.js";
import { lookUp } from "../../../text/look-up.js";

/** The first names of what a limit applies to, under the key `kind`. */
const LIMIT_TYPES: Readonly<Record<string, string>> = { pods: "Pod", containers: "Container" };

const LIMIT_TYPE: Rule = (field, target) => {
  const type = decode(field, text, target) as string | null;
  if (type !== null) target.set(["type"], lookUp(LIMIT_TYPES, type) ?? type, field.path);
};

/** @param amounts the rule of a mapping from the names of resources to amounts, which is written at a path */
export function limitRules(amounts: (to: string) => Rule): Readonly<Record<string, Rule>> {
  const limit: Shape = {
    rules: {
      kind: unless("type", LIMIT_TYPE),
      type: LIMIT_TYPE,
      max: amounts("max"),
      min: amounts("min"),
      default: amounts("default"),
    },
  };
  return { spec: inside({ rules: { limits: each(limit, "limits") } }, "spec") };
}

/** @param amounts as in {@link limitRules} */
export function quotaRules(amounts: (to: string) => Rule): Readonly<Record<string, Rule>> {
  return { spec: inside({ rules: { hard: amounts("hard") } }, "spec"), status: STATUS };
}
