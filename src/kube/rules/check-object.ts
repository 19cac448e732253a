/** What an API server rejects in an object although its fields are right. */
import { isMapping } from "../../yaml/is-mapping.js";
import { getAt } from "../get-at.js";
import { isCustom } from "../kind-order.js";
import { checkBinding, checkRole } from "./check-access.js";
import { checkConfigMap, checkSecret } from "./check-data.js";
import { checkDefinition } from "./check-definition.js";
import { checkIngress, checkIngressClass, checkNetworkPolicy } from "./check-ingress.js";
import { checkCronJob, checkJob } from "./check-job.js";
import { checkMetadata } from "./check-labels.js";
import { checkPodSpec } from "./check-pod-spec.js";
import {
  checkAutoscaler,
  checkBudget,
  checkEndpoints,
  checkLimitRange,
  checkPriorityClass,
  checkQuota,
  checkRuntimeClass,
} from "./check-policies.js";
import { checkService } from "./check-service.js";
import { checkClaim, checkStorageClass, checkVolumeObject } from "./check-storage.js";
import { checkApiService, checkWebhooks } from "./check-webhooks.js";
import { checkReplicationController, checkWorkload } from "./check-workload.js";
import type { Complain } from "./complain.js";
import { at, entriesAt, itemsAt, textAt, type Cursor } from "./cursor.js";
import { findPod } from "./find-pod.js";
import { textOf } from "../../text/text-of.js";

/** THE table of kinds that have rules beside those of their pods, by apiVersion and kind. */
const RULES: Readonly<Record<string, (object: Cursor) => void>> = {
  "v1 ConfigMap": checkConfigMap,
  "v1 Endpoints": checkEndpoints,
  "v1 LimitRange": checkLimitRange,
  "v1 PersistentVolume": checkVolumeObject,
  "v1 PersistentVolumeClaim": checkClaim,
  "v1 ReplicationController": checkReplicationController,
  "v1 ResourceQuota": checkQuota,
  "v1 Secret": checkSecret,
  "v1 Service": ({ value, complain }) => checkService(value as Record<string, unknown>, complain),
  "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration": checkWebhooks,
  "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration": checkWebhooks,
  "apiextensions.k8s.io/v1 CustomResourceDefinition": checkDefinition,
  "apiregistration.k8s.io/v1 APIService": checkApiService,
  "apps/v1 DaemonSet": checkWorkload,
  "apps/v1 Deployment": checkWorkload,
  "apps/v1 ReplicaSet": checkWorkload,
  "apps/v1 StatefulSet": checkWorkload,
  "autoscaling/v1 HorizontalPodAutoscaler": checkAutoscaler,
  "autoscaling/v2 HorizontalPodAutoscaler": checkAutoscaler,
  "batch/v1 CronJob": checkCronJob,
  "batch/v1 Job": checkJob,
  "networking.k8s.io/v1 Ingress": checkIngress,
  "networking.k8s.io/v1 IngressClass": checkIngressClass,
  "networking.k8s.io/v1 NetworkPolicy": checkNetworkPolicy,
  "node.k8s.io/v1 RuntimeClass": checkRuntimeClass,
  "policy/v1 PodDisruptionBudget": checkBudget,
  "rbac.authorization.k8s.io/v1 ClusterRole": checkRole,
  "rbac.authorization.k8s.io/v1 ClusterRoleBinding": checkBinding,
  "rbac.authorization.k8s.io/v1 Role": checkRole,
  "rbac.authorization.k8s.io/v1 RoleBinding": checkBinding,
  "scheduling.k8s.io/v1 PriorityClass": checkPriorityClass,
  "storage.k8s.io/v1 StorageClass": checkStorageClass,
};

/** Checks an object in a version that servers have today; of a custom one only the metadata. */
export function checkObject(value: Record<string, unknown>, complain: Complain): void {
  const object: Cursor = { value, path: [], complain };
  const { apiVersion, kind } = value;
  checkMetadata(at(object, "metadata"));
  if (isCustom(textOf(apiVersion))) return;
  checkFinalizers(object);
  const pod = findPod(value);
  if (pod !== null && isMapping(getAt(value, pod))) {
    if (pod.length > 0) checkMetadata(at(object, ...pod, "metadata"));
    checkPodSpec(value, [...pod, "spec"], complain, listClaims(object));
    checkProfiles(at(object, ...pod));
  }
  const name = `${textOf(apiVersion)} ${textOf(kind)}`;
  if (Object.hasOwn(RULES, name)) RULES[name]!(object);
}

/** Names without a domain are Kubernetes' own (core/validation, ValidateFinalizerName). */
const FINALIZERS = new Set(["foregroundDeletion", "kubernetes", "orphan"]);

function checkFinalizers(object: Cursor): void {
  for (const { value, path, complain } of itemsAt(object, "metadata", "finalizers")) {
    if (typeof value !== "string" || value.includes("/") || FINALIZERS.has(value)) continue;
    const rule = "a name with a domain, as in `example.com/name`";
    complain("v1-name", path, { key: "finalizer", name: value, rule, valid: null });
  }
}

/** Profiles of AppArmor were annotations before 1.30, and still are read (ValidateAppArmorPodAnnotations). */
const PROFILE = "container.apparmor.security.beta.kubernetes.io/";

function checkProfiles(pod: Cursor): void {
  const containers = ["containers", "initContainers"].flatMap((key) => itemsAt(pod, "spec", key));
  for (const [key, profile] of entriesAt(pod, "metadata", "annotations")) {
    const name = key.startsWith(PROFILE) ? key.slice(PROFILE.length) : null;
    if (name === null || containers.some((container) => textAt(container, "name") === name)) continue;
    profile.complain("v1-forbidden", profile.path, {
      key: PROFILE,
      where: `for \`${name}\`, which is no container`,
      fix: null,
    });
  }
}

function listClaims(object: Cursor): string[] {
  return itemsAt(object, "spec", "volumeClaimTemplates").map((claim) => textOf(textAt(claim, "metadata", "name")));
}
