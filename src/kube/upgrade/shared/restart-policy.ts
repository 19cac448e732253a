/** The restart policy as a mapping, which v1beta3 replaced by its name → v1's. */
import { isMapping } from "../../../yaml/is-mapping.js";
import { applyShape, reportType, type Rule } from "../rules.js";

const RESTART_POLICIES = { always: "Always", onFailure: "OnFailure", never: "Never" };

/** The member that is given names the policy, null ones don't count, and the default is Always. */
export const RESTART_POLICY: Rule = (field, target) => {
  const given: string[] = [];
  const member = (name: string): Rule => {
    return (inner) => (isMapping(inner.value) ? given.push(name) : reportType(inner, "a mapping", target));
  };
  const rules = Object.fromEntries(Object.entries(RESTART_POLICIES).map(([key, name]) => [key, member(name)]));
  applyShape({ rules }, field, target);
  if (!isMapping(field.value)) return;
  if (given.length > 1) target.report("upgrade-restart-policies", field.path);
  target.set(["restartPolicy"], given[0] ?? "Always", field.path);
};
