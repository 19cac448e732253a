/** What an API server rejects in the controllers of pods (kubernetes, pkg/apis/apps and core validation). */
import { isMapping } from "../../yaml/is-mapping.js";
import { getAt } from "../get-at.js";
import { checkSelector } from "./check-labels.js";
import { DNS_LABEL, checkNameAt } from "./check-name.js";
import { at, entriesAt, has, itemsAt, textAt, type Cursor, withValue } from "./cursor.js";
import { checkRange, forbid, rejectValue, requireKeys } from "./values.js";

/** Checks a Deployment, ReplicaSet, DaemonSet or StatefulSet. */
export function checkWorkload(object: Cursor): void {
  requireKeys(object, "spec");
  const spec = at(object, "spec");
  const selector = at(spec, "selector");
  checkSelector(selector);
  if (isMapping(selector.value) && isEmptySelector(selector)) {
    object.complain("v1-required", selector.path, { key: "selector", empty: true });
  }
  for (const key of ["replicas", "minReadySeconds", "revisionHistoryLimit"]) checkRange(at(spec, key), 0);
  checkTemplate(spec, textAt(object, "kind") ?? "");
  checkDeadline(spec);
  for (const key of ["strategy", "updateStrategy"]) checkStrategy(at(spec, key));
  if (textAt(object, "kind") === "StatefulSet") checkServiceName(spec);
}

/** Optional since Kubernetes 1.33, which then demands a label (kubernetes, pull request 130233). */
function checkServiceName(spec: Cursor): void {
  if (isMapping(spec.value) && !has(spec, "serviceName")) spec.complain("service-name-missing", spec.path);
  if (textAt(spec, "serviceName") !== "") checkNameAt(at(spec, "serviceName"), "service name", DNS_LABEL);
}

/** Checks a ReplicationController, whose selector is by default the labels of its template. */
export function checkReplicationController(object: Cursor): void {
  requireKeys(object, "spec");
  const spec = at(object, "spec");
  requireKeys(spec, "template");
  for (const key of ["replicas", "minReadySeconds"]) checkRange(at(spec, key), 0);
  checkTemplate(spec, "ReplicationController");
  const hasLabels = [["selector"], ["template", "metadata", "labels"]].some(
    (path) => !isEmpty(getAt(spec.value, path)),
  );
  if (has(spec, "template") && !hasLabels) object.complain("v1-required", spec.path, { key: "selector" });
}

/** Labels in the place of `matchLabels` are unknown fields, which the check of fields reports. */
function isEmptySelector(selector: Cursor): boolean {
  const hasOthers = entriesAt(selector).some(([key]) => key !== "matchLabels" && key !== "matchExpressions");
  if (hasOthers) return false;
  return isEmpty(getAt(selector.value, ["matchLabels"])) && itemsAt(selector, "matchExpressions").length === 0;
}

function isEmpty(labels: unknown): boolean {
  return (labels ?? null) === null || (isMapping(labels) && Object.keys(labels).length === 0);
}

/** Only a job ends. */
function checkTemplate(spec: Cursor, kind: string): void {
  forbid(at(spec, "template", "spec"), "activeDeadlineSeconds", `in the pods of a ${kind}`);
}

function checkDeadline(spec: Cursor): void {
  const [deadline, ready] = ["progressDeadlineSeconds", "minReadySeconds"].map((key) => getAt(spec.value, [key]));
  const least = typeof ready === "number" && ready >= 0 ? ready + 1 : 1;
  checkRange(withValue(at(spec, "progressDeadlineSeconds"), deadline), least);
}

/** The strategies whose numbers are those of `rollingUpdate`. */
const WITHOUT_NUMBERS = new Set(["Recreate", "OnDelete"]);

function checkStrategy(strategy: Cursor): void {
  const type = textAt(strategy, "type") ?? "RollingUpdate";
  if (WITHOUT_NUMBERS.has(type)) return forbid(strategy, "rollingUpdate", `beside \`type: ${type}\``);
  const update = at(strategy, "rollingUpdate");
  checkRange(at(update, "partition"), 0);
  for (const key of ["maxSurge", "maxUnavailable"]) checkCount(at(update, key));
  const counts = ["maxUnavailable", "maxSurge"].map((key) => getAt(update.value, [key]));
  if (
    isZero(counts[0]) &&
    (isZero(counts[1]) || (strategy.path.at(-1) === "updateStrategy" && counts[1] === undefined))
  ) {
    rejectValue(at(update, "maxUnavailable"), "use 1 or more, or set `maxSurge`: nothing could be replaced");
  }
}

function isZero(count: unknown): boolean {
  return count === 0 || (typeof count === "string" && /^0+%$/.test(count));
}

/** Checks a number of pods, or a share such as `25%` (ValidatePositiveIntOrPercent, IsNotMoreThan100Percent). */
export function checkCount(count: Cursor): void {
  checkRange(count, 0);
  const text = textAt(count);
  if (text === null) return;
  const share = /^(\d+)%$/.exec(text)?.[1];
  if (share === undefined) rejectValue(count, "write a number without quotes, or a share such as `25%`");
  else if (Number(share) > 100) rejectValue(count, "use at most `100%`");
}
