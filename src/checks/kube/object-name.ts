import { finding, locationOf } from "../../findings/finding.js";
import { readObjects } from "../../kube/read-objects.js";
import { isExtension } from "../../kube/fields/extension-fields.js";
import { getAt } from "../../kube/get-at.js";
import { DNS_LABEL, DNS_LABEL_1035, DNS_SUBDOMAIN, suggestName, type NameRule } from "../../kube/rules/check-name.js";
import type { Check } from "../check.js";
import { textOf } from "../../text/text-of.js";

/** apimachinery, api/validation/path: names that can be part of a URL. */
const PATH_SEGMENT: NameRule = {
  pattern: /^(?!\.\.?$)[^/%]+$/,
  words: "neither `/` nor `%`, and not `.` or `..` alone",
};

/** A job's name becomes a label of its pods. */
const JOB: NameRule = {
  pattern: new RegExp(`^(?=.{1,63}$)${DNS_SUBDOMAIN.pattern.source.slice(1)}`),
  words: `up to 63 ${DNS_SUBDOMAIN.words}`,
};

/** 63 characters of a job's name less 11 for the time at its end (kubernetes, ValidateCronJobCreate). */
const CRON_JOB: NameRule = {
  pattern: new RegExp(`^(?=.{1,52}$)${DNS_SUBDOMAIN.pattern.source.slice(1)}`),
  words: `up to 52 ${DNS_SUBDOMAIN.words}`,
};

/** Kubernetes' own kinds with a rule for names (kubernetes, pkg/apis/…/validation), and their groups. */
const RULES = new Map<string, NameRule>([
  ["v1 Service", DNS_LABEL_1035],
  ["v1 Namespace", DNS_LABEL],
  ["batch/v1 CronJob", CRON_JOB],
  ["batch/v1 Job", JOB],
  ...listNames(DNS_SUBDOMAIN, {
    v1: "Pod ReplicationController Endpoints ConfigMap Secret ServiceAccount PersistentVolume PersistentVolumeClaim LimitRange ResourceQuota Node PodTemplate",
    "apps/v1": "Deployment ReplicaSet DaemonSet StatefulSet",
    "networking.k8s.io/v1": "Ingress IngressClass NetworkPolicy",
    "autoscaling/v1": "HorizontalPodAutoscaler",
    "autoscaling/v2": "HorizontalPodAutoscaler",
    "policy/v1": "PodDisruptionBudget",
    "storage.k8s.io/v1": "StorageClass",
    "scheduling.k8s.io/v1": "PriorityClass",
    "apiextensions.k8s.io/v1": "CustomResourceDefinition",
  }),
  ...listNames(PATH_SEGMENT, { "rbac.authorization.k8s.io/v1": "Role ClusterRole RoleBinding ClusterRoleBinding" }),
]);

function listNames(rule: NameRule, kinds: Readonly<Record<string, string>>): [string, NameRule][] {
  return Object.entries(kinds).flatMap(([apiVersion, names]) =>
    names.split(" ").map((kind): [string, NameRule] => [`${apiVersion} ${kind}`, rule]),
  );
}

export const objectName: Check = {
  codes: ["object-name"],
  target: "input",
  each: true,
  run: (parts) =>
    readObjects(parts).flatMap(({ part, value, locate }) => {
      const path = ["metadata", "name"];
      const name = getAt(value, path);
      const rule = ruleFor(textOf(value["apiVersion"]), textOf(value["kind"]));
      if (typeof name !== "string" || name === "" || !rule || rule.pattern.test(name)) return [];
      const valid = suggestName(name, rule);
      return [finding("object-name", locationOf(part, locate(path)), { name, rule: rule.words, valid })];
    }),
};

/** API servers of their own have rules of their own: OpenShift's `Identity` has a colon in its name. */
const FREE = /(?:^|\.)(?:openshift\.io|projectcalico\.org)\//;

/** What a definition brings needs a name of DNS (apiextensions-apiserver, pkg/registry/customresource/validator.go). */
function ruleFor(apiVersion: string, kind: string): NameRule | undefined {
  const isDefined = isExtension(apiVersion, kind) && !FREE.test(apiVersion);
  return isDefined ? DNS_SUBDOMAIN : RULES.get(`${apiVersion} ${kind}`);
}
