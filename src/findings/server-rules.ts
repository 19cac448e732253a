import { joinWords } from "../text/join-words.js";
import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that says what API servers reject beyond the fields of an object. */
export const SERVER_RULE_FINDINGS = {
  "v1-required": defineCheck<{ key: string; others?: readonly string[]; empty?: boolean }>({
    severity: "error",
    reason: "the API server rejects objects without their required fields",
    message: ({ key, others = [], empty = false }) =>
      `the required field ${quoteKeys([key, ...others])} is ${empty ? "empty" : "missing"}`,
    hint: ({ key, others = [], empty = false }) => `${empty ? "set" : "add"} ${quoteKeys([key, ...others])}`,
  }),
  "v1-forbidden": defineCheck<{ key: string; where: string; fix: string | null }>({
    severity: "error",
    reason: "some fields have no place beside others, or in a kind of object",
    message: ({ key, where }) => `the API server rejects \`${key}\` ${where}`,
    hint: ({ fix }) => fix ?? "delete it",
  }),
  "v1-conflict": defineCheck<{ key: string; other: string; fix: string | null }>({
    severity: "error",
    reason: "of some fields an object has one at most",
    message: ({ key, other }) => `\`${key}\` and \`${other}\` exclude each other`,
    hint: ({ key, other, fix }) => fix ?? `delete \`${key}\` or \`${other}\``,
  }),
  "v1-name": defineCheck<{ key: string; name: string; rule: string; valid: string | null }>({
    severity: "error",
    reason: "the API server rejects names of containers, ports, volumes and others that break its rules",
    message: ({ key, name }) => `the API server rejects the ${key} \`${shorten(name)}\``,
    hint: ({ rule, valid }) => describeNameRule(rule, valid),
  }),
  "v1-composed-name": defineCheck<{ name: string; rule: string; valid: string }>({
    severity: "error",
    reason: "the names of definitions and of API services are made of two of their fields",
    message: ({ name }) => `the API server rejects the name \`${shorten(name)}\`: its fields make another one`,
    hint: ({ valid }) => `use \`${valid}\``,
  }),
  "v1-label": defineCheck<{ what: string; text: string; rule: string }>({
    severity: "error",
    reason: "the API server rejects labels, annotations and selectors that break the rules of their syntax",
    message: ({ what, text }) => `the API server rejects the ${what} \`${shorten(text)}\``,
    hint: ({ rule }) => `use ${rule}`,
  }),
  "v1-number": defineCheck<{ key: string; value: string; rule: string }>({
    severity: "error",
    reason: "the API server rejects numbers, ports and quantities that are out of range",
    message: ({ key, value }) => `\`${key}: ${value}\` is out of range`,
    hint: ({ rule }) => `use a value ${rule}`,
  }),
  "v1-value": defineCheck<{ key: string; value: string; fix: string }>({
    severity: "error",
    reason: "the API server rejects schedules, paths, addresses and other text that it can't use",
    message: ({ key, value }) => `the API server rejects \`${key}: ${shorten(value)}\``,
    hint: ({ fix }) => fix,
  }),
  "v1-address": defineCheck<{ address: string }>({
    severity: "error",
    reason: "the API server rejects external IPs that no machine can have",
    message: ({ address }) => `the API server rejects the external IP \`${address}\``,
    hint: "use the IP address of a machine, not a host name, loopback, link-local or unspecified address",
  }),
  "v1-host-port": defineCheck({
    severity: "error",
    reason: "with `hostNetwork`, the port of a container is the port of the machine",
    message: () => "with `hostNetwork: true`, `hostPort` must equal `containerPort`",
    hint: "set both to the same port, or delete `hostPort`",
  }),
  "v1-volume-sources": defineCheck<{ name: string }>({
    severity: "error",
    reason: "a volume has exactly one source",
    message: ({ name }) => `the volume \`${name}\` has more than one source`,
    hint: "keep one source, or define a volume for each",
  }),
  "v1-volume-missing": defineCheck<{ name: string; nearest: string | null }>({
    severity: "error",
    reason: "a container can mount only volumes of its pod",
    message: ({ name }) => `the pod has no volume \`${name}\``,
    hint: ({ name, nearest }) =>
      nearest === null
        ? `add \`${name}\` to \`volumes\`, or delete the mount`
        : `write \`${nearest}\`, if that is what you mean`,
  }),
  "v1-base64": defineCheck<{ key: string; plain: string }>({
    severity: "error",
    reason: "the values of `data` in a Secret, and of `binaryData` in a ConfigMap, are base64",
    message: ({ key }) => `the value of \`${key}\` is not base64`,
    hint: ({ plain }) => `move it to \`${plain}\`, which takes text, or encode it`,
  }),
  "v1-json": defineCheck<{ key: string }>({
    severity: "error",
    reason: "the credentials of a registry are a mapping in JSON",
    message: ({ key }) => `the value of \`${key}\` is not a mapping in JSON`,
    hint: "create it with `kubectl create secret docker-registry`",
  }),
  "service-name-missing": defineCheck({
    severity: "note",
    reason: "before Kubernetes 1.33 the `serviceName` of a StatefulSet was required",
    message: () => "the StatefulSet has no `serviceName`: its pods get no names in DNS, and old servers reject it",
    hint: "set `serviceName` to the name of a headless Service",
  }),
};

/** How a name must be, as a hint. */
export function describeNameRule(rule: string, valid: string | null): string {
  return `use ${rule}${valid === null ? "" : `, as in \`${valid}\``}`;
}

/** More than three make the line too long. */
function quoteKeys(keys: readonly string[]): string {
  return joinWords(keys.slice(0, MAX_KEYS).map((key) => `\`${key}\``));
}

const MAX_KEYS = 3;

const MAX_SHOWN = 40;

function shorten(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}
