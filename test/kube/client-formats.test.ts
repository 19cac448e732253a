import { expect, test } from "vitest";
import { CLIENT_FORMATS, isClientObject } from "../../src/kube/client-formats.ts";

const CASES: readonly [string, object][] = [
  [
    "a kustomization",
    { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources: ["web.yaml"] },
  ],
  ["a kustomization", { apiVersion: "kustomize.config.k8s.io/v1alpha1", kind: "Component" }],
  ["a kustomization", { apiVersion: "builtin", kind: "PrefixSuffixTransformer", metadata: { name: "a" } }],
  ["a kubeconfig", { apiVersion: "v1", kind: "Config", clusters: [], contexts: [], users: [] }],
  ["a kubeconfig", { apiVersion: "v1", kind: "Config", "current-context": "a" }],
  ["configuration of kubeadm", { apiVersion: "kubeadm.k8s.io/v1beta4", kind: "InitConfiguration" }],
  ["configuration of kubeadm", { apiVersion: "kubeadm.k8s.io/v1beta3", kind: "JoinConfiguration" }],
  ["configuration of the kubelet", { apiVersion: "kubelet.config.k8s.io/v1beta1", kind: "KubeletConfiguration" }],
  [
    "configuration of a Kubernetes component",
    { apiVersion: "kubeproxy.config.k8s.io/v1alpha1", kind: "KubeProxyConfiguration" },
  ],
  [
    "configuration of a Kubernetes component",
    { apiVersion: "apiserver.config.k8s.io/v1", kind: "EncryptionConfiguration" },
  ],
  ["configuration of a Kubernetes component", { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [] }],
  ["configuration of k3d", { apiVersion: "k3d.io/v1alpha5", kind: "Simple", servers: 1 }],
  ["configuration of kind", { apiVersion: "kind.x-k8s.io/v1alpha4", kind: "Cluster", nodes: [] }],
  ["configuration of eksctl", { apiVersion: "eksctl.io/v1alpha5", kind: "ClusterConfig", metadata: { name: "a" } }],
  ["configuration of k0sctl", { apiVersion: "k0sctl.k0sproject.io/v1beta1", kind: "Cluster", spec: { hosts: [] } }],
  ["a cluster of kops", { apiVersion: "kops.k8s.io/v1alpha2", kind: "InstanceGroup", metadata: { name: "nodes" } }],
  ["a test of kuttl", { apiVersion: "kuttl.dev/v1beta1", kind: "TestAssert", timeout: 60 }],
  ["configuration of a Kubernetes component", { apiVersion: "descheduler/v1alpha2", kind: "DeschedulerPolicy" }],
  ["configuration of Skaffold", { apiVersion: "skaffold/v4beta6", kind: "Config", build: {} }],
  ["a catalog file of Backstage", { apiVersion: "backstage.io/v1alpha1", kind: "Component", metadata: { name: "a" } }],
];

test.each(CASES)("%s: %o", (format, object) => {
  const found = CLIENT_FORMATS.filter(({ matches }) => matches(object as Record<string, unknown>));
  expect(found.map((each) => each.format)).toEqual([format]);
});

test("each format has a case", () => {
  expect(new Set(CASES.map(([format]) => format))).toEqual(new Set(CLIENT_FORMATS.map(({ format }) => format)));
});

test.each([
  { apiVersion: "kustomize.toolkit.fluxcd.io/v1", kind: "Kustomization", metadata: { name: "a" } },
  { apiVersion: "v1", kind: "Config", items: [] },
  { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } },
  { apiVersion: "bootstrap.cluster.x-k8s.io/v1beta1", kind: "KubeadmConfig" },
  { apiVersion: "cluster.x-k8s.io/v1beta1", kind: "Cluster" },
  { apiVersion: "flowcontrol.apiserver.k8s.io/v1", kind: "FlowSchema" },
  { apiVersion: "node.eks.aws/v1alpha1", kind: "NodeConfig" },
  { apiVersion: "helm.cattle.io/v1", kind: "HelmChart" },
  { apiVersion: "skaffold.example.org/v1", kind: "Config" },
  { apiVersion: "k3d.io/v1alpha5" },
  { kind: "Kustomization" },
  {},
])("an API server can store %o", (object) => {
  expect(isClientObject(object)).toBe(false);
});
