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
  const lacking = reasons.flatMap((reason) => [...listKinds(reason), ...listFields(reason).filter(isNewer)]);
  return { content: reasons.filter((reason) => isContent(reason)), lacking: [...new Set(lacking)] };
}

function listKinds(reason: string): string[] {
  const [, kind, version] = /no matches for kind "(.*?)" in version "(.*?)"/.exec(reason) ?? [];
  return kind === undefined ? [] : [`${version} ${kind}`];
}

/** As `Probe.grpc`. */
function listFields(reason: string): string[] {
  return [...reason.matchAll(/unknown field "(\S+)" in [\w.-]+\.(\w+)/g)].map(([, field, type]) => `${type}.${field}`);
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

function isNewer(path: string): boolean {
  const [type, field] = path.split(".") as [string, string];
  return Object.hasOwn(NEWER_FIELDS, type) && NEWER_FIELDS[type]!.split(" ").includes(field);
}

function isContent(reason: string): boolean {
  if (OTHER_REASONS.some((pattern) => pattern.test(reason)) || isOnlyEmptyDefaults(reason)) return false;
  const problems = [...reason.matchAll(PROBLEM)].map(([, problem]) => problem!);
  return problems.length === 0 || problems.some((problem) => !isOutdated(problem));
}

/** One of what kubectl finds in the fields of an object. */
const PROBLEM = /ValidationError\(.*?\): (.*?)(?=, ValidationError\(|\]?; if you choose)/g;

/** `serviceName` was required by the schema up to 1.32 (kubernetes, pull request 130233), but by no server. */
function isOutdated(problem: string): boolean {
  return /"serviceName" in \S+\.StatefulSetSpec$/.test(problem) || listFields(problem).some(isNewer);
}

/** Kubernetes 1.20 reads `default: ""` in a definition as null; definitions of today have it, and servers take them. */
function isOnlyEmptyDefaults(reason: string): boolean {
  const defaults = reason.match(/\.default: Invalid value: "null": in body must be of type string/g) ?? [];
  const all = reason.match(/: (?:(?:Invalid|Required|Unsupported|Duplicate) value|Forbidden)\b/g) ?? [];
  return defaults.length > 0 && defaults.length === all.length;
}

/** Another server, the same one with other objects, or `kubectl apply --server-side` takes the same file. */
const OTHER_REASONS = [
  /no matches for kind /,
  /no PriorityClass with name /,
  /RuntimeClass .* not found/,
  /provided IP is not in the valid range/,
  /provided (?:IP|port) is already allocated/,
  /metadata\.annotations: Too long/,
  // The server has made its own.
  /Name: "kubernetes", Namespace: "default"/,
];
