/** What an API server rejects in objects that steer others: how many, how urgent, how large. */
import { getAt } from "../get-at.js";
import { isAddress, isExternal } from "./addresses.js";
import { checkSelector } from "./check-labels.js";
import { DNS_LABEL, checkNameAt } from "./check-name.js";
import { checkPort } from "./check-port.js";
import { checkResource, checkSize } from "./check-resources.js";
import { checkCount } from "./check-workload.js";
import { at, entriesAt, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import { isWhole, parseQuantity } from "./parse-quantity.js";
import {
  allowOne,
  checkChoice,
  checkRange,
  forbid,
  forbidRepeated,
  rejectValue,
  requireKeys,
  requireOne,
} from "./values.js";
import { textOf } from "../../text/text-of.js";

/** Checks a HorizontalPodAutoscaler (kubernetes, pkg/apis/autoscaling/validation). */
export function checkAutoscaler(object: Cursor): void {
  const spec = at(object, "spec");
  const metrics = itemsAt(spec, "metrics");
  const allowsZero = metrics.some((metric) => ["Object", "External"].includes(textAt(metric, "type") ?? ""));
  checkRange(at(spec, "minReplicas"), allowsZero ? 0 : 1);
  const least = getAt(spec.value, ["minReplicas"]);
  checkRange(at(spec, "maxReplicas"), typeof least === "number" && least > 1 ? least : 1);
  checkRange(at(spec, "targetCPUUtilizationPercentage"), 1);
  for (const metric of metrics) checkMetric(metric);
}

function checkMetric(metric: Cursor): void {
  const type = textAt(metric, "type") ?? "";
  const key = type.slice(0, 1).toLowerCase() + type.slice(1);
  if (!METRICS.includes(key)) return;
  requireKeys(metric, key);
  allowOne(metric, key, ...METRICS.filter((other) => other !== key));
  const target = at(metric, key, "target");
  const values = ["averageUtilization", "averageValue", "value"];
  if (!key.toLowerCase().includes("resource")) return;
  requireOne(target, ...values.slice(0, 2));
  checkRange(at(target, "averageUtilization"), 1);
}

const METRICS = ["containerResource", "external", "object", "pods", "resource"];

/** Checks a PodDisruptionBudget (kubernetes, pkg/apis/policy/validation). */
export function checkBudget(object: Cursor): void {
  const spec = at(object, "spec");
  allowOne(spec, "minAvailable", "maxUnavailable");
  for (const key of ["minAvailable", "maxUnavailable"]) checkCount(at(spec, key));
  checkSelector(at(spec, "selector"));
}

/** The largest value of a priority that is not the system's own (scheduling.HighestUserDefinablePriority). */
const MAX_PRIORITY = 1_000_000_000;
const SYSTEM_CLASSES = new Set(["system-node-critical", "system-cluster-critical"]);

/** Checks a PriorityClass. */
export function checkPriorityClass(object: Cursor): void {
  const name = textAt(object, "metadata", "name") ?? "";
  if (SYSTEM_CLASSES.has(name)) return;
  checkRange(at(object, "value"), -2_147_483_648, MAX_PRIORITY);
  if (name.startsWith("system-")) rejectValue(at(object, "metadata", "name"), "use a name without `system-` in front");
}

/** Checks a RuntimeClass. */
export function checkRuntimeClass(object: Cursor): void {
  checkNameAt(at(object, "handler"), "handler", DNS_LABEL);
}

/** From the smallest to the largest. */
const BOUNDS = ["min", "defaultRequest", "default", "max"];

/** Checks a LimitRange (kubernetes, ValidateLimitRange). */
export function checkLimitRange(object: Cursor): void {
  const limits = itemsAt(object, "spec", "limits");
  forbidRepeated(
    limits.map((limit) => at(limit, "type")),
    "limit of the type",
  );
  for (const limit of limits) {
    const type = textAt(limit, "type") ?? "";
    if (!type.includes("/")) checkChoice(at(limit, "type"), ["Container", "Pod", "PersistentVolumeClaim"]);
    if (type === "Pod")
      for (const key of ["default", "defaultRequest"]) forbid(limit, key, "in a limit of the type `Pod`");
    if (type === "PersistentVolumeClaim" && !["min", "max"].some((key) => has(limit, key, "storage"))) {
      limit.complain("v1-required", limit.path, { key: "max.storage", others: ["min.storage"] });
    }
    checkBounds(limit);
  }
}

function checkBounds(limit: Cursor): void {
  for (const [index, lower] of BOUNDS.entries()) {
    for (const [name, amount] of entriesAt(limit, lower)) {
      if (textAt(limit, "type") === "PersistentVolumeClaim") checkSize(amount);
      else checkResource(name, amount);
      const most = BOUNDS.slice(index + 1)
        .map((key) => ({ key, value: getAt(limit.value, [key, name]) }))
        .find(({ value }) => isAbove(amount.value, value));
      if (!most) continue;
      const rule = `of at most \`${textOf(most.value)}\`, the \`${most.key}\``;
      amount.complain("v1-number", amount.path, { key: name, value: textOf(amount.value), rule });
    }
  }
}

function isAbove(amount: unknown, bound: unknown): boolean {
  const [size, most] = [parseQuantity(amount), parseQuantity(bound)];
  return size !== null && most !== null && size > most;
}

/** What a quota counts or adds up; names with a domain and counts of objects are free (v1helper.IsStandardQuotaResourceName). */
const QUOTAS =
  /^(?:cpu|memory|ephemeral-storage|(?:requests|limits)\.(?:cpu|memory|ephemeral-storage)|requests\.storage|hugepages-\S+|requests\.hugepages-\S+|pods|services|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims|services\.(?:nodeports|loadbalancers)|count\/\S+|\S*\/\S+)$/;
const COUNTED =
  /^(?:pods|services|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims|services\.\w+|count\/.*)$/;

/** Checks a ResourceQuota (kubernetes, ValidateResourceQuotaSpec). */
export function checkQuota(object: Cursor): void {
  for (const [name, amount] of entriesAt(object, "spec", "hard")) {
    const { path, complain } = amount;
    if (!QUOTAS.test(name)) {
      const rule = "the name of a resource that quotas know, such as `requests.cpu` or `pods`";
      complain("v1-name", path, { key: "resource name", name, rule, valid: null });
    }
    checkSize(amount);
    const size = parseQuantity(amount.value);
    if (size !== null && COUNTED.test(name) && !isWhole(size)) rejectValue(amount, "use a whole number");
  }
}

/** Checks Endpoints (kubernetes, ValidateEndpoints). */
export function checkEndpoints(object: Cursor): void {
  for (const subset of itemsAt(object, "subsets")) {
    const addresses = ["addresses", "notReadyAddresses"].flatMap((key) => itemsAt(subset, key));
    if (addresses.length === 0) {
      subset.complain("v1-required", subset.path, { key: "addresses", others: ["notReadyAddresses"] });
    }
    for (const address of addresses) checkAddress(at(address, "ip"));
    const ports = itemsAt(subset, "ports");
    for (const port of ports) {
      checkPort(at(port, "port"));
      if (ports.length > 1 && !has(port, "name")) port.complain("v1-required", port.path, { key: "name" });
    }
  }
}

function checkAddress(address: Cursor): void {
  const text = textAt(address);
  if (text === null || isExternal(text)) return;
  rejectValue(address, isAddress(text) ? "use the address of another machine" : "write an IPv4 or IPv6 address");
}
