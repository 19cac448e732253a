/** What an API server rejects in where a pod may run (kubernetes, pkg/apis/core/validation). */
import { checkExpression, checkLabels, checkSelector, isQualifiedName } from "./check-labels.js";
import { at, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import { checkRange, forbid, forbidEmpty, rejectValue, requireFilled, requireKeys } from "./values.js";

/** Checks node selectors, affinities, tolerations and the spread of a pod's spec. */
export function checkScheduling(spec: Cursor): void {
  checkLabels(at(spec, "nodeSelector"), "node selector");
  checkNodeAffinity(at(spec, "affinity", "nodeAffinity"));
  for (const key of ["podAffinity", "podAntiAffinity"]) checkPodAffinity(at(spec, "affinity", key));
  for (const toleration of itemsAt(spec, "tolerations")) checkToleration(toleration);
  checkSpread(itemsAt(spec, "topologySpreadConstraints"));
}

const REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
const WEIGHTS = [1, 100] as const;

/** Checks the affinity of a pod to nodes. */
function checkNodeAffinity(affinity: Cursor): void {
  checkNodeSelector(at(affinity, REQUIRED));
  for (const preferred of itemsAt(affinity, PREFERRED)) {
    checkRange(at(preferred, "weight"), ...WEIGHTS);
    checkTerm(at(preferred, "preference"));
  }
}

/** Checks which nodes a pod, or a persistent volume, is for. */
export function checkNodeSelector(selector: Cursor): void {
  requireFilled(selector, "nodeSelectorTerms");
  for (const term of itemsAt(selector, "nodeSelectorTerms")) checkTerm(term);
}

function checkTerm(term: Cursor): void {
  for (const expression of itemsAt(term, "matchExpressions")) {
    checkExpression(expression);
    const operator = textAt(expression, "operator");
    if (operator !== "Gt" && operator !== "Lt") continue;
    if (itemsAt(expression, "values").length !== 1)
      rejectOperator(expression, `write exactly one value for \`${operator}\``);
  }
}

function rejectOperator(expression: Cursor, fix: string): void {
  rejectValue(at(expression, "operator"), fix);
}

function checkPodAffinity(affinity: Cursor): void {
  const preferred = itemsAt(affinity, PREFERRED);
  for (const each of preferred) checkRange(at(each, "weight"), ...WEIGHTS);
  for (const term of [...itemsAt(affinity, REQUIRED), ...preferred.map((each) => at(each, "podAffinityTerm"))]) {
    requireFilled(term, "topologyKey");
    for (const key of ["labelSelector", "namespaceSelector"]) checkSelector(at(term, key));
  }
}

function checkToleration(toleration: Cursor): void {
  const [key, operator] = [textAt(toleration, "key") ?? "", textAt(toleration, "operator") ?? "Equal"];
  if (key !== "" && !isQualifiedName(key)) rejectValue(at(toleration, "key"), "use the key of a taint");
  if (key === "" && operator !== "Exists") {
    const { path, complain } = toleration;
    complain("v1-required", path, { key: "key" });
  }
  if (operator === "Exists" && textAt(toleration, "value") !== "")
    forbid(toleration, "value", "beside `operator: Exists`");
  const effect = textAt(toleration, "effect") ?? "";
  if (has(toleration, "tolerationSeconds") && effect !== "NoExecute") {
    forbid(toleration, "tolerationSeconds", "without `effect: NoExecute`", "set `effect: NoExecute`, or delete it");
  }
}

function checkSpread(constraints: readonly Cursor[]): void {
  const seen = new Set<string>();
  for (const constraint of constraints) {
    checkRange(at(constraint, "maxSkew"), 1);
    requireKeys(constraint, "topologyKey");
    forbidEmpty(at(constraint, "topologyKey"));
    checkSelector(at(constraint, "labelSelector"));
    const topology = textAt(constraint, "topologyKey") ?? "";
    const identity = `${topology} ${textAt(constraint, "whenUnsatisfiable")}`;
    if (seen.has(identity)) {
      constraint.complain("name-repeated", constraint.path, { what: "constraint for", name: topology });
    }
    seen.add(identity);
  }
}
