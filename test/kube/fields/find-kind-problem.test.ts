import { expect, test } from "vitest";
import { findKindProblem } from "../../../src/kube/fields/find-kind-problem.ts";

/** The names that an object has, what Kubernetes lacks, and what was meant. */
test.each<[string, string, string]>([
  ["v1 Deployment", "kind", "apps/v1 Deployment"],
  ["v1 Job", "kind", "batch/v1 Job"],
  ["v1 Ingress", "kind", "networking.k8s.io/v1 Ingress"],
  ["apps/v1 Pod", "kind", "v1 Pod"],
  ["apps/v1 Deploymnt", "kind", "apps/v1 Deployment"],
  ["apps/v1 deployment", "kind", "apps/v1 Deployment"],
  ["v1 pods", "kind", "v1 Pod"],
  ["discovery.k8s.io/v1 EndpointSlices", "kind", "discovery.k8s.io/v1 EndpointSlice"],
  ["v1 Foo", "kind", ""],
  ["apps/v2 Deployment", "version", "apps/v1 Deployment"],
  ["apps/V1 Deployment", "version", "apps/v1 Deployment"],
  ["autoscaling/v3 HorizontalPodAutoscaler", "version", "autoscaling/v2 HorizontalPodAutoscaler"],
  ["extensions/v1 Ingress", "version", "networking.k8s.io/v1 Ingress"],
  ["v2 Pod", "version", "v1 Pod"],
  ["V1 Pod", "version", "v1 Pod"],
  ["apps Deployment", "version", "apps/v1 Deployment"],
  ["rbac/v1 Role", "group", "rbac.authorization.k8s.io/v1 Role"],
  ["networking/v1 Ingress", "group", "networking.k8s.io/v1 Ingress"],
  ["storage/v1 StorageClass", "group", "storage.k8s.io/v1 StorageClass"],
  ["Apps/v1 Deployment", "group", "apps/v1 Deployment"],
  ["app/v1 Deployment", "group", "apps/v1 Deployment"],
  ["core/v1 Pod", "group", "v1 Pod"],
  ["rbac.authorisation.k8s.io/v1 Role", "group", "rbac.authorization.k8s.io/v1 Role"],
  ["networking.k8s.io/v1beta1 Ingres", "kind", "networking.k8s.io/v1 Ingress"],
  ["example.com/v1 Widget", "definition", ""],
  ["gateway.networking.k8s.io/v1 Gateway", "definition", ""],
  ["snapshot.storage.k8s.io/v1 VolumeSnapshot", "definition", ""],
  ["networking.istio.io/v1 Gateway", "definition", ""],
  ["serving.knative.dev/v1 Service", "definition", ""],
])("%s: no such %s; meant is %s", (text, lacks, meant) => {
  const problem = findKindProblem(parse(text));
  expect(problem?.lacks).toBe(lacks);
  expect(Object.values(problem?.meant ?? {}).join(" ")).toBe(meant);
});

test.each([
  "v1 Pod",
  "apps/v1 Deployment",
  "v1 PodList",
  "resource.k8s.io/v1 ResourceClaim",
  "extensions/v1beta1 Deployment",
  "policy/v1beta1 PodSecurityPolicy",
  "networking.k8s.io/v1beta1 ServiceCIDR",
  "storage.k8s.io/v1beta1 VolumeAttributesClass",
  "resource.k8s.io/v1alpha3 DeviceTaintRule",
  "v1beta3 Pod",
])("%s is not reported", (text) => {
  expect(findKindProblem(parse(text))).toBe(null);
});

function parse(text: string): { apiVersion: string; kind: string } {
  const [apiVersion, kind] = text.split(" ") as [string, string];
  return { apiVersion, kind };
}
