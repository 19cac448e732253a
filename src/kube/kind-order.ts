/** THE table of kinds: the order in which objects must be submitted. */

/** One step: its kinds may come in any order, but after all earlier steps. */
interface Step {
  /** Kinds of Kubernetes itself, in the order in which they are delivered if there is a choice. */
  kinds: readonly string[];
}

const STEPS: readonly Step[] = [
  { kinds: ["Namespace"] },
  {
    kinds: [
      "CustomResourceDefinition",
      "Minion",
      "Node",
      "PriorityClass",
      "RuntimeClass",
      "StorageClass",
      "IngressClass",
      "PodSecurityPolicy",
      "ResourceQuota",
      "LimitRange",
      "NetworkPolicy",
      "ServiceAccount",
      "ClusterRole",
      "ClusterRoleBinding",
      "Role",
      "RoleBinding",
      "Secret",
      "ConfigMap",
      "PersistentVolume",
      "PersistentVolumeClaim",
    ],
  },
  // A pod's containers get the environment variables of only those services that exist when it starts.
  { kinds: ["Service", "Endpoints", "EndpointSlice"] },
  {
    kinds: [
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
  },
  { kinds: ["HorizontalPodAutoscaler", "PodDisruptionBudget", "Ingress"] },
  { kinds: ["APIService", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"] },
];

const RANKS = new Map(STEPS.flatMap(({ kinds }, step) => kinds.map((kind, index) => [kind, { step, index }] as const)));

/** The position of an object in the order: first by step, then by its index in the step. */
export interface Rank {
  step: number;
  index: number;
}

/** A kind that is not in the table is a custom object, which needs everything else. */
const CUSTOM: Rank = { step: STEPS.length, index: 0 };

/**
 * The rank of an object of this kind.
 *
 * @param apiVersion null for an object of 2014 that has none
 */
export function rankOf(apiVersion: string | null, kind: string | null): Rank {
  if (kind === null || isCustom(apiVersion ?? "v1beta1")) return CUSTOM;
  return RANKS.get(kind) ?? CUSTOM;
}

/**
 * Whether the group is not one of Kubernetes' own, which have no dot, or are subdomains of k8s.io (Kubernetes API
 * conventions).
 */
export function isCustom(apiVersion: string): boolean {
  const [group, version] = apiVersion.split("/");
  return version !== undefined && group!.includes(".") && !group!.endsWith(".k8s.io");
}
