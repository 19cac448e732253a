import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about Kubernetes objects. */
export const KUBERNETES_FINDINGS = {
  "manifest-syntax": defineCheck<{ reason: string }>({
    severity: "error",
    reason: "Kubernetes takes nothing from a manifest that it can't read",
    message: ({ reason }) => `not valid YAML (${reason}): Kubernetes refuses the whole file`,
    hint: "correct it",
  }),
  "manifest-kind": defineCheck<{ type: string; expected: string; kind: string }>({
    severity: "warning",
    reason: "a type that stands for one kind, above another kind, misleads whatever goes by the type",
    message: ({ type, expected, kind }) => `${type} stands for a ${expected}, and this is a ${kind}`,
    hint: "begin the file with #kube-manifest, which stands for any kind",
  }),
  "manifest-several": defineCheck<{ type: string; count: number }>({
    severity: "note",
    reason: "a type that stands for one object, above several, misleads whatever goes by the type",
    message: ({ type, count }) => `${type} stands for one object, and these are ${count}: all are submitted`,
    hint: "begin the file with #kube-manifest, which stands for any objects",
  }),
  "object-no-kind": defineCheck<{ missing: string }>({
    severity: "error",
    reason: "without kind and apiVersion Kubernetes can't tell what an object is",
    message: ({ missing }) => `without ${missing} this is no object that Kubernetes takes`,
    hint: "add it, or delete the document",
  }),
  "object-no-name": defineCheck<{ found: string | null }>({
    severity: "error",
    reason: "manifests are submitted with `kubectl apply`, which finds objects by their names",
    message: ({ found }) =>
      found === null
        ? "the object has no name, and `kubectl apply` needs one"
        : `\`metadata.name\` is ${found} to YAML 1.1, and must be text`,
    hint: ({ found }) =>
      found === null
        ? "add `metadata.name`: `generateName` works with `kubectl create` only"
        : "put the name in quotes",
  }),
  "object-name": defineCheck<{ name: string; rule: string }>({
    severity: "error",
    reason: "Kubernetes refuses names that can be no names in DNS or in a URL",
    message: ({ name, rule }) => `an API server refuses the name "${name}": it takes ${rule}`,
    hint: "choose another name",
  }),
  "object-repeated": defineCheck<{ kind: string; name: string; where: string }>({
    severity: "warning",
    reason: "of two objects of one name the second is taken for a change of the first",
    message: ({ kind, name, where }) =>
      `the ${kind} "${name}" is listed ${where} too, and the later one changes the earlier`,
    hint: "delete one of the two, or rename it",
  }),
  "manifest-old": defineCheck({
    severity: "warning",
    reason: "no API server since Kubernetes 1.0 takes the objects of 2014",
    message: () => "written for v1beta1, which no API server since Kubernetes 1.0 accepts",
    hint: "deliver it as v1 with --upgrade, or rewrite it with `kubeboot upgrade`",
  }),
  "version-removed": defineCheck<{ kind: string; apiVersion: string; since: string; by: string | null }>({
    severity: "error",
    reason: "no release of Kubernetes that is still supported has these API versions",
    message: ({ kind, apiVersion, since, by }) =>
      `${kind} of ${apiVersion} is gone since Kubernetes ${since}, ${by === null ? "and nothing took its place" : `replaced by ${by}`}`,
    hint: "rewrite it: Kubernetes' Deprecated API Migration Guide tells what else changed",
  }),
  "selector-mismatch": defineCheck<{ kind: string; label: string }>({
    severity: "error",
    reason: "a controller must select the pods that it makes",
    message: ({ kind, label }) =>
      `an API server refuses a ${kind} that selects ${label}, which its template's labels lack`,
    hint: "give the template the labels that the selector names",
  }),
  "restart-policy": defineCheck<{ kind: string; policy: string; allowed: string }>({
    severity: "error",
    reason: "controllers keep their pods running, and jobs let them end",
    message: ({ kind, policy, allowed }) =>
      `an API server refuses the restart policy ${policy} in a ${kind}: it takes ${allowed}`,
    hint: "where restartPolicy is not written it is Always",
  }),
  "name-repeated": defineCheck<{ what: string; name: string }>({
    severity: "error",
    reason: "names inside of an object must tell its containers, volumes and ports apart",
    message: ({ what, name }) => `an API server refuses a second ${what} "${name}"`,
    hint: "choose another name",
  }),
  "v1-required": defineCheck<{ key: string }>({
    severity: "error",
    reason: "an API server refuses objects that lack what they can't do without",
    message: ({ key }) => `an API server refuses it without ${key}`,
    hint: "add it",
  }),
  "v1-name": defineCheck<{ key: string; name: string; rule: string }>({
    severity: "error",
    reason: "an API server refuses names of containers, ports and volumes that can be no names in DNS",
    message: ({ key, name, rule }) => `an API server refuses the ${key} "${name}": it takes ${rule}`,
    hint: "choose another name",
  }),
  "v1-number": defineCheck<{ key: string; value: string; rule: string }>({
    severity: "error",
    reason: "an API server refuses ports and amounts outside of what they can be",
    message: ({ key, value, rule }) => `an API server refuses ${key} ${value}: it takes ${rule}`,
    hint: "correct the number",
  }),
  "v1-address": defineCheck<{ address: string }>({
    severity: "error",
    reason: "an API server refuses external addresses that no machine can have",
    message: ({ address }) => `an API server refuses the external IP ${address}`,
    hint: "use an address of a machine: no host name, loopback, link-local or unspecified address",
  }),
  "v1-host-port": defineCheck({
    severity: "error",
    reason: "with hostNetwork the port of a container is the port of the machine",
    message: () => "an API server refuses a host port other than the container port with hostNetwork",
    hint: "make them equal, or delete hostPort",
  }),
  "v1-volume-sources": defineCheck<{ name: string }>({
    severity: "error",
    reason: "a volume comes from one source",
    message: ({ name }) => `an API server refuses the volume "${name}" with more than one source`,
    hint: "leave one of them",
  }),
  "image-untagged": defineCheck<{ image: string }>({
    severity: "note",
    reason: "an image without a version may be another one on the next machine",
    message: ({ image }) => `the image ${image} is whatever is the latest when the pod starts`,
    hint: "name a version: IMAGE:TAG or IMAGE@DIGEST",
  }),
};
