import { defineCheck } from "./define-finding.js";
import { describeNameRule } from "./server-rules.js";

/** What is wrong with the kind, version or group of an object. */
export interface KindArgs {
  kind: string;
  apiVersion: string;
  lacks: "kind" | "version" | "group" | "definition";
  /** Null if nothing is near. */
  meant: { apiVersion: string; kind: string } | null;
}

const LIST_PROBLEMS = {
  empty: { message: "no objects in the list: kubectl fails", hint: "add an item, or leave the file out" },
  item: { message: "an item that is not an object: kubectl fails", hint: "write the object, or delete the `-`" },
  nested: { message: "a list in a list, which kubectl does not read", hint: "move its items to the list around it" },
} as const;

/** The part of THE table of findings that is about Kubernetes objects. */
export const KUBERNETES_FINDINGS = {
  "manifest-syntax": defineCheck<{ reason: string; fix: string }>({
    severity: "error",
    reason: "Kubernetes takes nothing from a manifest that it can't read",
    message: ({ reason }) => `invalid YAML, so Kubernetes takes none of it: ${reason}`,
    hint: ({ fix }) => fix,
  }),
  "manifest-kind": defineCheck<{ type: string; expected: string; kind: string }>({
    severity: "warning",
    reason: "other part handlers, and readers, rely on the kind that the type names",
    message: ({ type, expected, kind }) =>
      `\`${type}\` is the type of a \`${expected}\`, but the object is a \`${kind}\``,
    hint: "begin the file with `#kube-manifest`, which allows any kind",
  }),
  "manifest-several": defineCheck<{ type: string; count: number }>({
    severity: "note",
    reason: "other part handlers may submit only the first object of a type that names one kind",
    message: ({ type, count }) => `${count} objects in a part of type \`${type}\`, which is meant for one`,
    hint: "begin the file with `#kube-manifest`, which allows any number of objects",
  }),
  "object-list": defineCheck<{ problem: "empty" | "item" | "nested" }>({
    severity: "error",
    reason: "kubectl submits the items of a list, and fails if there are none or if one is not an object",
    message: ({ problem }) => LIST_PROBLEMS[problem].message,
    hint: ({ problem }) => LIST_PROBLEMS[problem].hint,
  }),
  "object-no-kind": defineCheck<{ missing: string }>({
    severity: "error",
    reason: "Kubernetes identifies the type of an object by its `kind` and `apiVersion`",
    message: ({ missing }) => `the object has no ${missing}: Kubernetes rejects it`,
    hint: ({ missing }) => `add ${missing}, or delete the document`,
  }),
  "object-foreign": defineCheck<{ format: string; advice: string }>({
    severity: "error",
    reason: "files of tools have `apiVersion` and `kind` too, and no API server knows them",
    message: ({ format }) => `it is ${format}, and not an object of an API server`,
    hint: ({ advice }) => advice,
  }),
  "kind-unknown": defineCheck<KindArgs>({
    severity: "error",
    reason: "an API server has only the kinds, versions and groups of Kubernetes, and those of definitions",
    message: describeUnknownKind,
    hint: ({ meant, kind, apiVersion }) => {
      if (meant === null) return "check `apiVersion` and `kind`";
      const lines = [
        ...(meant.apiVersion === apiVersion ? [] : [`\`apiVersion: ${meant.apiVersion}\``]),
        ...(meant.kind === kind ? [] : [`\`kind: ${meant.kind}\``]),
      ];
      return `write ${lines.join(" and ")}`;
    },
  }),
  "kind-custom": defineCheck<{ kind: string; apiVersion: string }>({
    severity: "note",
    reason: "the API server has a custom kind only once its definition is there",
    message: ({ kind, apiVersion }) => `no CustomResourceDefinition here brings \`${kind}\` of \`${apiVersion}\``,
    hint: "bundle the definition too, unless something else installs it",
  }),
  "object-no-name": defineCheck<{ found: string | null }>({
    severity: "error",
    reason: "an API server identifies objects by their names",
    message: ({ found }) =>
      found === null
        ? "the object has no `metadata.name`"
        : `\`metadata.name\` must be text, but YAML 1.1 reads it as ${found}`,
    hint: ({ found }) =>
      found === null
        ? "add `metadata.name`, or `generateName` for an object whose name the API server chooses"
        : "put the name in quotes",
  }),
  "object-name": defineCheck<{ name: string; rule: string; valid: string | null }>({
    severity: "error",
    reason: "the API server rejects names that are not valid in DNS or in a URL",
    message: ({ name }) => `the API server rejects the name \`${name}\``,
    hint: ({ rule, valid }) => describeNameRule(rule, valid),
  }),
  "object-repeated": defineCheck<{ kind: string; name: string; where: string }>({
    severity: "warning",
    reason: "of two objects with the same kind and name, the second overwrites the first",
    message: ({ kind, name, where }) => `the ${kind} \`${name}\` is also defined ${where}: the later one overwrites it`,
    hint: "rename or delete one of the two",
  }),
  "object-exported": defineCheck<{ problem: "owner" | "address" | "again"; field: string; fields: string[] }>({
    severity: "warning",
    reason: "an object that `kubectl get` printed belongs to the cluster that it is from",
    message: ({ problem, field }) => `\`${field}\` is of another cluster: ${EXPORT_PROBLEMS[problem]}`,
    hint: ({ fields }) => `delete what the cluster added: ${fields.map((field) => `\`${field}\``).join(", ")}`,
  }),
  "object-too-large": defineCheck<{
    kind: string;
    what: "data" | "annotations" | "object";
    bytes: number;
    limit: number;
  }>({
    severity: "error",
    reason: "the API server and its database limit the size of an object",
    message: ({ kind, what, bytes, limit }) =>
      `${nameExcess(kind, what)} ${bytes} bytes, of which a server stores at most ${limit}`,
    hint: ({ what }) => EXCESS_HINTS[what],
  }),
  "object-large": defineCheck<{ bytes: number; limit: number }>({
    severity: "note",
    reason: "`kubectl apply` keeps a copy of an object in its annotations, whose size is limited",
    message: ({ bytes, limit }) =>
      `\`kubectl apply\` without \`--server-side\` fails: ${bytes} bytes of annotations exceed ${limit}`,
    hint: "add `--server-side` where you run `kubectl apply` yourself; kubeboot's applier adds it",
  }),
  "manifest-old": defineCheck<{ version: string }>({
    severity: "warning",
    reason: "no API server since Kubernetes 1.1 accepts `v1beta1`, `v1beta2` and `v1beta3`",
    message: ({ version }) => `the manifest is written for \`${version}\`, which no API server accepts today`,
    hint: "rewrite it as v1 with `kubeboot upgrade`, or bundle it with `--upgrade`",
  }),
  "version-removed": defineCheck<{ kind: string; apiVersion: string; since: string; by: string | null }>({
    severity: "error",
    reason: "no supported release of Kubernetes serves these API versions",
    message: ({ kind, apiVersion, since }) => `Kubernetes ${since} removed \`${kind}\` of \`${apiVersion}\``,
    hint: ({ kind, by }) =>
      by === null
        ? `delete it: no other API version has \`${kind}\``
        : `rewrite it for \`${by}\`; the Deprecated API Migration Guide of Kubernetes lists what else changed`,
  }),
  "selector-mismatch": defineCheck<{ kind: string; label: string }>({
    severity: "error",
    reason: "the selector of a controller must match the labels of its pod template",
    message: ({ kind, label }) => `the ${kind} selects \`${label}\`, a label that its pod template does not have`,
    hint: ({ label }) => `set the label \`${label.replace("=", ": ")}\` in \`metadata.labels\` of the template`,
  }),
  "restart-policy": defineCheck<{ kind: string; policy: string; allowed: string }>({
    severity: "error",
    reason: "a controller keeps its pods running, and a job lets them finish",
    message: ({ kind, policy }) => `the API server rejects the restart policy \`${policy}\` in a ${kind}`,
    hint: ({ allowed }) => `set \`restartPolicy\` to ${allowed}; without it, \`Always\` applies`,
  }),
  "name-repeated": defineCheck<{ what: string; name: string }>({
    severity: "error",
    reason: "the containers, volumes, ports and mount paths of an object must be different",
    message: ({ what, name }) => `the API server rejects a second ${what} \`${name}\``,
    hint: "change or delete one of the two",
  }),
  "image-untagged": defineCheck<{ image: string }>({
    severity: "note",
    reason: "an image without a version can be a different one on the next machine",
    message: ({ image }) => `the image \`${image}\` has no version: the pod runs the latest at its start`,
    hint: ({ image }) => `write \`${image.replace(/:latest$/, "")}:TAG\`, or a digest`,
  }),
};

function nameExcess(kind: string, what: "data" | "annotations" | "object"): string {
  if (what === "object") return `the ${kind} has`;
  return `the ${what === "data" ? "values" : "annotations"} of the ${kind} have`;
}

const EXPORT_PROBLEMS = {
  owner: "Kubernetes deletes an object without its owner",
  address: "the API server rejects it if its own range is another",
  again: "the API server takes the object only once",
};

const EXCESS_HINTS = {
  data: "split it, or write files with cloud-config's `write_files`, and mount their folder as `hostPath`",
  annotations: "shorten them, and remove `kubectl.kubernetes.io/last-applied-configuration`, which kubectl fills in",
  object: "split it, or shorten it: a definition does not need its descriptions",
};

function describeUnknownKind({ kind, apiVersion, lacks }: KindArgs): string {
  if (lacks === "kind") return `Kubernetes has no kind \`${kind}\` in \`${apiVersion}\``;
  return lacks === "version"
    ? `Kubernetes has no API version \`${apiVersion}\``
    : `Kubernetes has no API group \`${apiVersion.replace(/\/.*/s, "")}\``;
}
