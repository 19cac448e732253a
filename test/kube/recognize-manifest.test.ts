import { describe, expect, test } from "vitest";
import { recognizeManifest } from "../../src/kube/recognize-manifest.ts";

const POD = "text/x-kube-pod";
const SERVICE = "text/x-kube-service";
const REPLICA = "text/x-kube-replica";
const MANIFEST = "text/x-kube-manifest";

const object = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: x\n`;

describe("recognizeManifest", () => {
  test.each([
    ["a pod", object("v1", "Pod"), POD],
    ["a service", object("v1", "Service"), SERVICE],
    ["a replication controller", object("v1", "ReplicationController"), REPLICA],
    ["a service of another group", object("serving.knative.dev/v1", "Service"), MANIFEST],
    ["a pod of 2014", object("v1beta1", "Pod"), POD],
    ["another kind", object("apps/v1", "Deployment"), MANIFEST],
    ["a custom kind", object("example.org/v1alpha1", "Widget"), MANIFEST],
    ["a kustomization of Flux", object("kustomize.toolkit.fluxcd.io/v1", "Kustomization"), MANIFEST],
    ["OpenShift's list", "apiVersion: v1\nkind: Config\nitems: []\n", MANIFEST],
    ["a list", "apiVersion: v1\nkind: List\nitems: []\n", MANIFEST],
    ["behind a comment", `# the web server\n${object("v1", "Pod")}`, POD],
    ["behind ---", `---\n${object("v1", "Pod")}`, POD],
    ["between --- and ...", `---\n${object("v1", "Pod")}...\n`, POD],
    ["with CRLF", object("v1", "Pod").replaceAll("\n", "\r\n"), POD],
    ["with a byte order mark", `\ufeff${object("v1", "Pod")}`, POD],
    ["with keys in another order", "kind: Pod\nmetadata: {}\napiVersion: v1\n", POD],
    ["with a key twice", `${object("v1", "Pod")}metadata:\n  name: y\n`, POD],
    ["with quoted keys", `"apiVersion": "v1"\n'kind': 'Pod'\n`, POD],
    ["JSON", '{"apiVersion": "v1", "kind": "Service"}', SERVICE],
    ["JSON indented by tabs", JSON.stringify({ apiVersion: "v1", kind: "Pod", spec: { a: [1] } }, null, "\t"), POD],
    ["JSON with escapes", '{"apiVersion": "v1", "kind": "Pod", "x": "\\u00e9\\/\\ud83d\\ude00"}', POD],
    ["two pods", `${object("v1", "Pod")}---\n${object("v1", "Pod")}`, MANIFEST],
    ["a service and a pod", `${object("v1", "Service")}---\n${object("v1", "Pod")}`, MANIFEST],
    ["one object between empty documents", `---\n# nothing\n---\n${object("v1", "Pod")}---\n`, POD],
    ["with YAML 1.1 values", `${object("v1", "Pod")}on: yes\nmode: 0644\n`, POD],
    ["an EKS node", object("node.eks.aws/v1alpha1", "NodeConfig"), "application/node.eks.aws"],
  ])("recognizes %s", async (_, text, type) => {
    expect(await recognizeManifest(Buffer.from(text))).toEqual({ type, problem: null });
  });

  test.each([
    ["a pod", "id: x\ndesiredState:\n  manifest:\n    version: v1beta1\n", POD],
    ["a pod in JSON", '{"id": "x", "desiredState": {"manifest": {}}}', POD],
    ["a controller by its template", "desiredState:\n  podTemplate:\n    desiredState:\n      manifest: {}\n", REPLICA],
    ["a controller by its selector", "desiredState:\n  replicaSelector:\n    name: x\n", REPLICA],
    ["a controller that also has a manifest", "desiredState:\n  manifest: {}\n  podTemplate: {}\n", REPLICA],
    ["a service by its port", "id: x\nport: 80\nselector:\n  name: x\n", SERVICE],
    ["a service by its container port", "id: x\ncontainerPort: 80\nselector:\n  name: x\n", SERVICE],
    [
      "a controller with a kind and no version",
      "kind: ReplicationController\ndesiredState:\n  podTemplate: {}\n",
      REPLICA,
    ],
    ["two", "desiredState:\n  manifest: {}\n---\nport: 80\nselector: {}\n", MANIFEST],
  ])("recognizes the formats of 2014: %s", async (_, text, type) => {
    expect(await recognizeManifest(Buffer.from(text))).toMatchObject({ type });
  });

  test.each([
    ["nothing", ""],
    ["a comment", "# kind: Pod\n"],
    ["prose", "a kind word\n"],
    ["a kind alone", "kind: Pod\n"],
    ["a version alone", "apiVersion: v1\n"],
    ["an array of something else", '[{"kind": "Pod"}]'],
    ["a nested object", "x:\n  apiVersion: v1\n  kind: Pod\n"],
    ["an EKS node and a pod", `${object("node.eks.aws/v1alpha1", "NodeConfig")}---\n${object("v1", "Pod")}`],
    ["a kubeconfig", "apiVersion: v1\nkind: Config\ncurrent-context: a\n"],
    ["a kustomization", object("kustomize.config.k8s.io/v1beta1", "Kustomization")],
    ["a pod and configuration of kind", `${object("v1", "Pod")}---\n${object("kind.x-k8s.io/v1alpha4", "Cluster")}`],
    ["a port without a selector", "port: 80\nkind_of: x\nkind:\n"],
    ["a selector without a port", "selector:\n  name: x\n"],
    ["a desired state of something else", "desiredState:\n  color: red\n"],
    ["YAML that breaks and is no manifest", "my kind: [\n"],
  ])("does not recognize %s", async (_, text) => {
    expect(await recognizeManifest(Buffer.from(text))).toBeNull();
  });

  test.each([
    ["a bracket left open", "apiVersion: v1\nkind: Pod\nspec: [\n", 3],
    ["a tab for an indent", "apiVersion: v1\nkind: Pod\nspec:\n\tcontainers: []\n", 4],
    ["a template", "apiVersion: v1\nkind: Pod\nname: {{ .Name }}-x\n", 3],
    ["JSON with a brace left open", '{"apiVersion": "v1",\n"kind": "Pod"\n', 1],
  ])("locates a syntax error: %s", async (_, text, line) => {
    const recognized = await recognizeManifest(Buffer.from(text));
    expect(recognized).toMatchObject({ type: null, problem: { line, isSyntax: true } });
    expect(recognized?.problem?.fix).toMatch(/.+/);
  });

  test.each([
    ["a version in lower case", "apiversion: v1\nkind: Pod\n", 1, "write `apiVersion`"],
    ["a kind with a capital", "apiVersion: v1\nKind: Pod\n", 2, "write `kind`"],
    ["no version", "# web\nkind: Pod\nmetadata: {}\n", 2, "add `apiVersion`"],
    ["no kind", "apiVersion: v1\nmetadata: {}\n", 1, "add `kind`"],
    ["a number for a version", "kind: Pod\napiVersion: 1\n", 2, "write `apiVersion: v1`, for example"],
    ["a list for a kind", "apiVersion: v1\nkind: [Pod]\n", 2, "write `kind: Pod`, for example"],
    ["no kind in the second", `${object("v1", "Pod")}---\napiVersion: v1\nmetadata: {}\n`, 6, "add `kind`"],
    ["a list", "- apiVersion: v1\n  kind: Pod\n", 1, "write each as a document of its own, with `---` between them"],
    ["other YAML", `${object("v1", "Pod")}---\na: b\n`, 6, "add `apiVersion` and `kind`, or delete the document"],
    ["text", `${object("v1", "Pod")}---\nhello\n`, 6, "add `apiVersion` and `kind`, or delete the document"],
  ])("says what keeps a text from being a manifest: %s", async (_, text, line, fix) => {
    const recognized = await recognizeManifest(Buffer.from(text));
    expect(recognized).toMatchObject({ type: null, problem: { line, fix, isSyntax: false } });
  });
});
