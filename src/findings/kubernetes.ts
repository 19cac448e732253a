import { checkText } from "./text.js";

/** The part of THE table of findings that is about Kubernetes objects. */
export const KUBERNETES_FINDINGS = {
  "manifest-syntax": checkText<{ reason: string }>({
    severity: "error",
    reason: "Kubernetes takes nothing from a manifest that it can't read",
    message: ({ reason }) => `not valid YAML (${reason}): Kubernetes refuses the whole file`,
    hint: "correct it",
  }),
  "manifest-kind": checkText<{ type: string; expected: string; kind: string }>({
    severity: "warning",
    reason: "a type that stands for one kind, above another kind, misleads whatever goes by the type",
    message: ({ type, expected, kind }) => `${type} stands for a ${expected}, and this is a ${kind}`,
    hint: "begin the file with #kube-manifest, which stands for any kind",
  }),
  "manifest-several": checkText<{ type: string; count: number }>({
    severity: "note",
    reason: "a type that stands for one object, above several, misleads whatever goes by the type",
    message: ({ type, count }) => `${type} stands for one object, and these are ${count}: all are submitted`,
    hint: "begin the file with #kube-manifest, which stands for any objects",
  }),
  "object-no-kind": checkText<{ missing: string }>({
    severity: "error",
    reason: "without kind and apiVersion Kubernetes can't tell what an object is",
    message: ({ missing }) => `without ${missing} this is no object that Kubernetes takes`,
    hint: "add it, or delete the document",
  }),
  "object-no-name": checkText({
    severity: "error",
    reason: "manifests are submitted with `kubectl apply`, which finds objects by their names",
    message: () => "the object has no name, and `kubectl apply` needs one",
    hint: "add metadata.name: generateName is for `kubectl create` alone",
  }),
  "object-name": checkText<{ name: string; rule: string }>({
    severity: "error",
    reason: "Kubernetes refuses names that can be no names in DNS or in a URL",
    message: ({ name, rule }) => `an API server refuses the name "${name}": it takes ${rule}`,
    hint: "choose another name",
  }),
  "object-repeated": checkText<{ kind: string; name: string; where: string }>({
    severity: "warning",
    reason: "of two objects of one name the second is taken for a change of the first",
    message: ({ kind, name, where }) =>
      `the ${kind} "${name}" is listed ${where} too, and the later one changes the earlier`,
    hint: "delete one of the two, or rename it",
  }),
  "version-removed": checkText<{ kind: string; apiVersion: string; since: string; by: string | null }>({
    severity: "error",
    reason: "no release of Kubernetes that is still supported has these API versions",
    message: ({ kind, apiVersion, since, by }) =>
      `${kind} of ${apiVersion} is gone since Kubernetes ${since}, ${by === null ? "and nothing took its place" : `replaced by ${by}`}`,
    hint: "rewrite it: Kubernetes' Deprecated API Migration Guide tells what else changed",
  }),
  "selector-mismatch": checkText<{ kind: string; label: string }>({
    severity: "error",
    reason: "a controller must select the pods that it makes",
    message: ({ kind, label }) =>
      `an API server refuses a ${kind} that selects ${label}, which its template's labels lack`,
    hint: "give the template the labels that the selector names",
  }),
  "restart-policy": checkText<{ kind: string; policy: string; allowed: string }>({
    severity: "error",
    reason: "controllers keep their pods running, and jobs let them end",
    message: ({ kind, policy, allowed }) =>
      `an API server refuses the restart policy ${policy} in a ${kind}: it takes ${allowed}`,
    hint: "where restartPolicy is not written it is Always",
  }),
  "name-repeated": checkText<{ what: string; name: string }>({
    severity: "error",
    reason: "names inside of an object must tell its containers, volumes and ports apart",
    message: ({ what, name }) => `an API server refuses a second ${what} "${name}"`,
    hint: "choose another name",
  }),
  "image-untagged": checkText<{ image: string }>({
    severity: "note",
    reason: "an image without a version may be another one on the next machine",
    message: ({ image }) => `the image ${image} is whatever is the latest when the pod starts`,
    hint: "name a version: IMAGE:TAG or IMAGE@DIGEST",
  }),
};
