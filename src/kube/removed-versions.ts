import { textOf } from "../text/text-of.js";

/** THE table of API versions that Kubernetes has removed. */

/** Kinds of one apiVersion that were removed together. */
export interface RemovedVersion {
  apiVersion: string;
  kinds: readonly string[];
  /** The first release without it. */
  since: string;
  /** The apiVersion that replaces it; null if none does. */
  by: string | null;
}

const RBAC = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"];
const FLOW = ["FlowSchema", "PriorityLevelConfiguration"];
const WEBHOOKS = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

/**
 * Kubernetes' documentation, "Deprecated API Migration Guide" (reference/using-api/deprecation-guide), up to 1.32:
 * every listed removal of an object that can be kept in a file. PodSecurityPolicy of extensions/v1beta1 moved to
 * policy/v1beta1, which was removed too.
 */
const REMOVED_VERSIONS: readonly RemovedVersion[] = [
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta3",
    kinds: FLOW,
    since: "1.32",
    by: "flowcontrol.apiserver.k8s.io/v1",
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta2",
    kinds: FLOW,
    since: "1.29",
    by: "flowcontrol.apiserver.k8s.io/v1",
  },
  { apiVersion: "storage.k8s.io/v1beta1", kinds: ["CSIStorageCapacity"], since: "1.27", by: "storage.k8s.io/v1" },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta1",
    kinds: FLOW,
    since: "1.26",
    by: "flowcontrol.apiserver.k8s.io/v1",
  },
  { apiVersion: "autoscaling/v2beta2", kinds: ["HorizontalPodAutoscaler"], since: "1.26", by: "autoscaling/v2" },
  { apiVersion: "batch/v1beta1", kinds: ["CronJob"], since: "1.25", by: "batch/v1" },
  { apiVersion: "discovery.k8s.io/v1beta1", kinds: ["EndpointSlice"], since: "1.25", by: "discovery.k8s.io/v1" },
  { apiVersion: "events.k8s.io/v1beta1", kinds: ["Event"], since: "1.25", by: "events.k8s.io/v1" },
  { apiVersion: "autoscaling/v2beta1", kinds: ["HorizontalPodAutoscaler"], since: "1.25", by: "autoscaling/v2" },
  { apiVersion: "policy/v1beta1", kinds: ["PodDisruptionBudget"], since: "1.25", by: "policy/v1" },
  { apiVersion: "policy/v1beta1", kinds: ["PodSecurityPolicy"], since: "1.25", by: null },
  { apiVersion: "node.k8s.io/v1beta1", kinds: ["RuntimeClass"], since: "1.25", by: "node.k8s.io/v1" },
  {
    apiVersion: "admissionregistration.k8s.io/v1beta1",
    kinds: WEBHOOKS,
    since: "1.22",
    by: "admissionregistration.k8s.io/v1",
  },
  {
    apiVersion: "apiextensions.k8s.io/v1beta1",
    kinds: ["CustomResourceDefinition"],
    since: "1.22",
    by: "apiextensions.k8s.io/v1",
  },
  {
    apiVersion: "apiregistration.k8s.io/v1beta1",
    kinds: ["APIService"],
    since: "1.22",
    by: "apiregistration.k8s.io/v1",
  },
  {
    apiVersion: "certificates.k8s.io/v1beta1",
    kinds: ["CertificateSigningRequest"],
    since: "1.22",
    by: "certificates.k8s.io/v1",
  },
  { apiVersion: "coordination.k8s.io/v1beta1", kinds: ["Lease"], since: "1.22", by: "coordination.k8s.io/v1" },
  { apiVersion: "extensions/v1beta1", kinds: ["Ingress"], since: "1.22", by: "networking.k8s.io/v1" },
  {
    apiVersion: "networking.k8s.io/v1beta1",
    kinds: ["Ingress", "IngressClass"],
    since: "1.22",
    by: "networking.k8s.io/v1",
  },
  { apiVersion: "rbac.authorization.k8s.io/v1beta1", kinds: RBAC, since: "1.22", by: "rbac.authorization.k8s.io/v1" },
  { apiVersion: "scheduling.k8s.io/v1beta1", kinds: ["PriorityClass"], since: "1.22", by: "scheduling.k8s.io/v1" },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"],
    since: "1.22",
    by: "storage.k8s.io/v1",
  },
  { apiVersion: "extensions/v1beta1", kinds: ["NetworkPolicy"], since: "1.16", by: "networking.k8s.io/v1" },
  { apiVersion: "extensions/v1beta1", kinds: ["PodSecurityPolicy"], since: "1.16", by: null },
  { apiVersion: "extensions/v1beta1", kinds: ["DaemonSet", "Deployment", "ReplicaSet"], since: "1.16", by: "apps/v1" },
  { apiVersion: "apps/v1beta1", kinds: ["Deployment", "ReplicaSet", "StatefulSet"], since: "1.16", by: "apps/v1" },
  {
    apiVersion: "apps/v1beta2",
    kinds: ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
    since: "1.16",
    by: "apps/v1",
  },
];

/** What is known of the version of an object, if it was removed. */
export function findRemoved({ apiVersion, kind }: Record<string, unknown>): RemovedVersion | undefined {
  return REMOVED_VERSIONS.find((removed) => removed.apiVersion === apiVersion && removed.kinds.includes(textOf(kind)));
}
