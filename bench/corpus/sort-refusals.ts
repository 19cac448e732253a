/** What a server says of a file → what is the file's own fault, and what depends on the server. */

/** The reasons of one file. */
export interface SortedRefusals {
  /** Why the server refuses the content. */
  content: readonly string[];
  /** The kinds and fields that this server does not have: newer ones, removed ones and custom ones. */
  lacking: readonly string[];
}

/** @param reasons as kubectl prints them */
export function sortRefusals(reasons: readonly string[]): SortedRefusals {
  const lacking = reasons.flatMap((reason) => [
    ...listKinds(reason),
    ...listProblems(reason).flatMap((problem) => findNewer(problem) ?? []),
    ...(isEmptyDefault(reason) ? ['default: ""'] : []),
    ...(isNullValue(reason) ? ["null"] : []),
  ]);
  return { content: reasons.filter((reason) => isContent(reason)), lacking: [...new Set(lacking)] };
}

function listKinds(reason: string): string[] {
  const [, kind, version] = /no matches for kind "(.*?)" in version "(.*?)"/.exec(reason) ?? [];
  return kind === undefined ? [] : [`${version} ${kind}`];
}

/** Fields of releases after 1.20, which is the newest that runs without a container (kubernetes, CHANGELOG). */
const NEWER_FIELDS: Readonly<Record<string, string>> = {
  Container: "resizePolicy restartPolicy",
  CustomResourceDefinitionVersion: "selectableFields",
  JSONSchemaProps: "x-kubernetes-validations",
  JobSpec: "backoffLimitPerIndex completionMode managedBy podFailurePolicy podReplacementPolicy successPolicy suspend",
  JobStatus: "completedIndexes ready terminating uncountedTerminatedPods",
  ManagedFieldsEntry: "subresource",
  MutatingWebhook: "matchConditions",
  NetworkPolicyPort: "endPort",
  PersistentVolumeClaimSpec: "dataSourceRef volumeAttributesClassName",
  PodAffinityTerm: "matchLabelKeys mismatchLabelKeys namespaceSelector",
  PodSecurityContext: "appArmorProfile supplementalGroupsPolicy",
  PodSpec: "hostUsers os resourceClaims schedulingGates",
  Probe: "grpc terminationGracePeriodSeconds",
  ResourceRequirements: "claims",
  RollingUpdateDaemonSet: "maxSurge",
  RollingUpdateStatefulSetStrategy: "maxUnavailable",
  SecurityContext: "appArmorProfile",
  ServiceSpec: "internalTrafficPolicy ipFamilyPolicy loadBalancerClass trafficDistribution",
  StatefulSetSpec: "minReadySeconds ordinals persistentVolumeClaimRetentionPolicy",
  TopologySpreadConstraint: "matchLabelKeys minDomains nodeAffinityPolicy nodeTaintsPolicy",
  ValidatingWebhook: "matchConditions",
  Volume: "image",
  WindowsSecurityContextOptions: "hostProcess",
};

/** Fields that schemas required up to 1.32 and 1.33, but no server (kubernetes, pull requests 130233 and 131354). */
const OPTIONAL_FIELDS = new Set(["StatefulSetSpec.serviceName", "NetworkPolicySpec.podSelector"]);

/** What a problem is about, as `Probe.grpc`, if newer releases find none; else null. */
function findNewer(problem: string): string | null {
  const [, what, field, type] = /^(unknown|missing required) field "(\S+)" in \S+\.(\w+)$/.exec(problem) ?? [];
  if (field === undefined || type === undefined) return null;
  const path = `${type}.${field}`;
  const isNewer = what === "unknown" ? NEWER_FIELDS[type]?.split(" ").includes(field) : OPTIONAL_FIELDS.has(path);
  return isNewer ? path : null;
}

function isContent(reason: string): boolean {
  if (isEmptyDefault(reason) || isNullValue(reason) || OTHER_REASONS.some((pattern) => pattern.test(reason)))
    return false;
  const problems = listProblems(reason);
  return problems.length === 0 || problems.some((problem) => findNewer(problem) === null);
}

/** 1.20 takes an empty text for none where it is the default of a field of a definition. */
function isEmptyDefault(reason: string): boolean {
  const complaints = reason.match(/: (?:Invalid value|Required value|Unsupported value|Forbidden|Duplicate value)/g);
  const defaults = reason.match(/\.default: Invalid value: "null"/g);
  return defaults !== null && defaults.length === complaints?.length;
}

/** kubectl's own check, for servers that have none. Servers read null as absent. */
function isNullValue(reason: string): boolean {
  return reason.includes('unknown object type "nil"') && !reason.includes("ValidationError");
}

/** What kubectl finds in the fields of an object. */
function listProblems(reason: string): string[] {
  const problems = reason.matchAll(/ValidationError\(.*?\): (.*?)(?=, ValidationError\(|\]?; if you choose)/g);
  return [...problems].map(([, problem]) => problem!);
}

/** Another server, the same one with other objects, `kubectl apply --server-side` or `kubectl create` takes the same file. */
const OTHER_REASONS = [
  /no matches for kind /,
  /no PriorityClass with name /,
  /RuntimeClass .* not found/,
  /provided IP is not in the valid range/,
  /provided (?:IP|port) is already allocated/,
  /metadata\.annotations: Too long/,
  /cannot use generate name with apply/,
  // The server has made its own.
  /Name: "kubernetes", Namespace: "default"/,
];
