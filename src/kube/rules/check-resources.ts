/** What an API server rejects in the resources of a container (kubernetes, ValidateResourceRequirements). */
import { at, entriesAt, has, type Cursor } from "./cursor.js";
import { isQualifiedName } from "./check-labels.js";
import { isWhole, parseQuantity } from "./parse-quantity.js";
import { rejectValue } from "./values.js";
import { textOf } from "../../text/text-of.js";

const STANDARD = /^(?:cpu|memory|ephemeral-storage|hugepages-\S+)$/;

/** Checks names, sizes, and that nothing asks for more than its limit. */
export function checkResources(resources: Cursor): void {
  const lists = ["limits", "requests"].flatMap((key) => entriesAt(resources, key));
  for (const [name, amount] of lists) checkResource(name, amount);
  for (const [name, request] of entriesAt(resources, "requests"))
    checkRequest(name, request, at(resources, "limits", name));
  const hasHugePages = lists.some(([name]) => name.startsWith("hugepages-"));
  if (hasHugePages && !lists.some(([name]) => name === "cpu" || name === "memory")) {
    resources.complain("v1-required", resources.path, { key: "cpu", others: ["memory"] });
  }
}

/** Checks the name and the amount of a resource of containers. */
export function checkResource(name: string, amount: Cursor): void {
  if (isResource(name)) checkAmount(name, amount);
  else rejectName(name, amount);
}

/** Other resources have a domain. `requests.` begins the names of quotas (v1helper.IsExtendedResourceName). */
function isResource(name: string): boolean {
  return STANDARD.test(name) || (name.includes("/") && isQualifiedName(name) && !name.startsWith("requests."));
}

function rejectName(name: string, { path, complain }: Cursor): void {
  const rule = "`cpu`, `memory`, `ephemeral-storage`, or a name with a domain such as `example.com/gpu`";
  complain("v1-name", path, { key: "resource name", name, rule, valid: null });
}

function checkAmount(name: string, amount: Cursor): void {
  checkSize(amount);
  const quantity = parseQuantity(amount.value);
  if (quantity === null || isShared(name) || isWhole(quantity)) return;
  rejectValue(amount, "use a whole number");
}

/** Reports a size below 0. */
export function checkSize(size: Cursor): void {
  const quantity = parseQuantity(size.value);
  if (quantity === null || quantity >= 0n) return;
  const key = String(size.path.at(-1));
  size.complain("v1-number", size.path, { key, value: textOf(size.value), rule: "of 0 or more" });
}

/** Whether more may be promised than there is. */
function isShared(name: string): boolean {
  return (STANDARD.test(name) || name.includes("kubernetes.io/")) && !name.startsWith("hugepages-");
}

function checkRequest(name: string, request: Cursor, limit: Cursor): void {
  const [asked, most] = [parseQuantity(request.value), parseQuantity(limit.value)];
  if (asked === null) return;
  if (most === null) {
    if (isShared(name) || !isResource(name) || has(limit)) return;
    const { path, complain } = request;
    return complain("v1-required", path, { key: `limits.${name}` });
  }
  const isTooMuch = isShared(name) ? asked > most : asked !== most;
  if (!isTooMuch) return;
  const rule = `${isShared(name) ? "of at most" : "equal to"} the limit, \`${textOf(limit.value)}\``;
  request.complain("v1-number", request.path, { key: name, value: textOf(request.value), rule });
}
