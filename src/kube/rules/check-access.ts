/** What an API server rejects in rbac.authorization.k8s.io/v1 (kubernetes, pkg/apis/rbac/validation). */
import { checkSelector } from "./check-labels.js";
import { DNS_SUBDOMAIN, checkNameAt } from "./check-name.js";
import { at, has, itemsAt, textAt, type Cursor } from "./cursor.js";
import { checkChoice, forbid, forbidEmpty, requireFilled } from "./values.js";

const GROUP = "rbac.authorization.k8s.io";

/** Checks a RoleBinding or ClusterRoleBinding. */
export function checkBinding(object: Cursor): void {
  const isClusterWide = textAt(object, "kind") === "ClusterRoleBinding";
  const role = at(object, "roleRef");
  checkChoice(at(role, "kind"), isClusterWide ? ["ClusterRole"] : ["ClusterRole", "Role"]);
  forbidEmpty(at(role, "name"));
  if (textAt(role, "apiGroup") !== "") checkChoice(at(role, "apiGroup"), [GROUP]);
  for (const subject of itemsAt(object, "subjects")) checkSubject(subject, isClusterWide);
}

function checkSubject(subject: Cursor, isClusterWide: boolean): void {
  forbidEmpty(at(subject, "name"));
  checkChoice(at(subject, "kind"), ["ServiceAccount", "User", "Group"]);
  const [kind, group] = [textAt(subject, "kind"), textAt(subject, "apiGroup") ?? ""];
  if (kind !== "ServiceAccount") {
    if (group !== "") checkChoice(at(subject, "apiGroup"), [GROUP]);
    return;
  }
  checkNameAt(at(subject, "name"), "service account", DNS_SUBDOMAIN);
  if (group !== "") forbid(subject, "apiGroup", "in a ServiceAccount, which has no group");
  if (isClusterWide && (textAt(subject, "namespace") ?? "") === "" && !isOther(subject, "namespace")) {
    subject.complain("v1-required", subject.path, { key: "namespace" });
  }
}

/** Another check reports a value that is not text. */
function isOther(cursor: Cursor, key: string): boolean {
  return has(cursor, key) && textAt(cursor, key) === null;
}

/** Checks a Role or ClusterRole. */
export function checkRole(object: Cursor): void {
  const isClusterWide = textAt(object, "kind") === "ClusterRole";
  for (const rule of itemsAt(object, "rules")) checkRule(rule, isClusterWide);
  if (!has(object, "aggregationRule")) return;
  requireFilled(at(object, "aggregationRule"), "clusterRoleSelectors");
  for (const selector of itemsAt(object, "aggregationRule", "clusterRoleSelectors")) checkSelector(selector);
}

function checkRule(rule: Cursor, isClusterWide: boolean): void {
  forbidEmpty(at(rule, "verbs"));
  if (itemsAt(rule, "nonResourceURLs").length === 0) return requireFilled(rule, "apiGroups", "resources");
  if (!isClusterWide) return forbid(rule, "nonResourceURLs", "in a Role", "use a ClusterRole");
  const isMixed = ["apiGroups", "resources", "resourceNames"].some((key) => itemsAt(rule, key).length > 0);
  if (isMixed) forbid(rule, "nonResourceURLs", "in a rule for resources", "make two rules");
}
