/** THE table of files that have `apiVersion` and `kind`, and are read by a tool or a daemon instead of an API server. */

/** One format of such files. */
export interface ClientFormat {
  /** What a file of the format is, with its article. */
  format: string;
  /** What to do with it instead, in the imperative. */
  advice: string;
  /** Whether an object is of the format. */
  matches: (object: Record<string, unknown>) => boolean;
}

/** From the tools' references of their configuration files, each by the API group that it names. */
export const CLIENT_FORMATS: readonly ClientFormat[] = [
  {
    format: "a kustomization",
    advice: "bundle what `kubectl kustomize FOLDER` prints",
    // `builtin` are the transformers and generators that kustomize itself brings.
    matches: inGroups("kustomize.config.k8s.io", "builtin"),
  },
  {
    format: "a kubeconfig",
    advice: "write it with cloud-config's `write_files`, as `/root/.kube/config` for example",
    matches: (object) =>
      object["apiVersion"] === "v1" &&
      object["kind"] === "Config" &&
      ["clusters", "contexts", "users", "current-context"].some((key) => key in object),
  },
  {
    format: "configuration of kubeadm",
    advice:
      "write it with cloud-config's `write_files`, and pass it to `kubeadm init --config` or `kubeadm join --config`",
    matches: inGroups("kubeadm.k8s.io"),
  },
  {
    format: "configuration of the kubelet",
    advice: "write it with cloud-config's `write_files`, as `/var/lib/kubelet/config.yaml` for example",
    matches: inGroups("kubelet.config.k8s.io"),
  },
  {
    format: "configuration of a Kubernetes component",
    advice: "write it with cloud-config's `write_files`, and name it in the flags of the component",
    matches: inGroups(
      "abac.authorization.kubernetes.io",
      "apiserver.config.k8s.io",
      "apiserver.k8s.io",
      "audit.k8s.io",
      "descheduler",
      "eventratelimit.admission.k8s.io",
      "kubecontrollermanager.config.k8s.io",
      "kubeproxy.config.k8s.io",
      "kubescheduler.config.k8s.io",
      "pod-security.admission.config.k8s.io",
      "resourcequota.admission.k8s.io",
    ),
  },
  {
    format: "configuration of k3d",
    advice: "leave it out, and pass it to `k3d cluster create --config`",
    matches: inGroups("k3d.io"),
  },
  {
    format: "configuration of kind",
    advice: "leave it out, and pass it to `kind create cluster --config`",
    matches: inGroups("kind.x-k8s.io", "kind.sigs.k8s.io"),
  },
  {
    format: "configuration of eksctl",
    advice: "leave it out, and pass it to `eksctl create cluster --config-file`",
    matches: inGroups("eksctl.io"),
  },
  {
    format: "configuration of k0sctl",
    advice: "leave it out, and pass it to `k0sctl apply --config`",
    matches: inGroups("k0sctl.k0sproject.io"),
  },
  {
    format: "a cluster of kops",
    advice: "leave it out, and pass it to `kops create -f`",
    matches: inGroups("kops.k8s.io"),
  },
  {
    format: "a test of kuttl",
    advice: "leave it out: `kubectl kuttl test` reads it",
    matches: inGroups("kuttl.dev"),
  },
  {
    format: "configuration of Skaffold",
    advice: "bundle what `skaffold render` prints",
    matches: inGroups("skaffold"),
  },
  {
    format: "a catalog file of Backstage",
    advice: "leave it out: Backstage reads it from the repository",
    matches: inGroups("backstage.io"),
  },
];

/** Whether an object is meant for a tool or a daemon, and not for an API server. */
export function isClientObject(object: Record<string, unknown>): boolean {
  return CLIENT_FORMATS.some(({ matches }) => matches(object));
}

function inGroups(...groups: readonly string[]): ClientFormat["matches"] {
  return ({ apiVersion, kind }) =>
    typeof apiVersion === "string" && typeof kind === "string" && groups.includes(apiVersion.replace(/\/.*/s, ""));
}
