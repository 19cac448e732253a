/** THE table of kinds: the order in which objects are submitted if there is a choice. */

/** The kinds of Kubernetes itself, step by step: those of one step come in any order, but after all earlier steps. */
const STEPS: readonly (readonly string[])[] = [
  // What needs nothing else.
  [
    "Namespace",
    "CustomResourceDefinition",
    "Minion",
    "Node",
    "PriorityClass",
    "RuntimeClass",
    "StorageClass",
    "VolumeAttributesClass",
    "IngressClass",
    "DeviceClass",
    "CSIDriver",
    "PriorityLevelConfiguration",
    "FlowSchema",
    "PodSecurityPolicy",
    "ClusterTrustBundle",
    "ClusterRole",
    "PersistentVolume",
    "ServiceCIDR",
  ],
  // What pods refer to, and what restricts them.
  [
    "ServiceAccount",
    "LimitRange",
    "NetworkPolicy",
    "Role",
    "Secret",
    "ConfigMap",
    "PersistentVolumeClaim",
    "ResourceClaimTemplate",
    "ResourceClaim",
    "ResourceSlice",
  ],
  ["ClusterRoleBinding", "RoleBinding", "ResourceQuota"],
  // A pod's containers get the environment variables of only those services that exist when it starts.
  ["Service", "Endpoints", "EndpointSlice"],
  [
    "PodTemplate",
    "ReplicationController",
    "ReplicaSet",
    "Deployment",
    "StatefulSet",
    "DaemonSet",
    "Job",
    "CronJob",
    "Pod",
  ],
  ["HorizontalPodAutoscaler", "PodDisruptionBudget", "Ingress"],
  ["APIService"],
  // Custom objects, and kinds that this table does not know.
  [],
  // What judges the objects that come after it.
  [
    "MutatingWebhookConfiguration",
    "ValidatingWebhookConfiguration",
    "MutatingAdmissionPolicy",
    "ValidatingAdmissionPolicy",
    "MutatingAdmissionPolicyBinding",
    "ValidatingAdmissionPolicyBinding",
  ],
];

const STEP_OF = new Map(STEPS.flatMap((kinds, step) => kinds.map((kind) => [kind, step] as const)));

const CUSTOM = STEPS.findIndex((kinds) => kinds.length === 0);

/**
 * The step of an object of this kind.
 *
 * @param apiVersion null for an object of 2014 that has none
 */
export function stepOf(apiVersion: string | null, kind: string | null): number {
  if (kind === null || isCustom(apiVersion ?? "v1beta1")) return CUSTOM;
  return STEP_OF.get(kind) ?? CUSTOM;
}

/**
 * Whether the group is not one of Kubernetes' own, which have no dot, or are subdomains of k8s.io (Kubernetes API
 * conventions).
 */
export function isCustom(apiVersion: string): boolean {
  const [group, version] = apiVersion.split("/");
  return version !== undefined && group!.includes(".") && !group!.endsWith(".k8s.io");
}
