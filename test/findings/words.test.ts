/** The words of findings that no check makes; those of checks are looked at in test/checks/cases.test.ts. */
import { expect, test } from "vitest";
import { finding } from "../../src/findings/finding.ts";
import {
  listCheckCodes,
  describeCode,
  type ArgsOf,
  type CheckCode,
  type FindingCode,
} from "../../src/findings/table.ts";
import type { ExcessArgs } from "../../src/findings/limits.ts";
import { findWordProblems } from "../support/find-word-problems.ts";

const EXCESS: ExcessArgs = {
  platform: "openstack",
  size: 126_348,
  limit: 65_535,
  base64: true,
  compressed: 70_000,
  isGzipKnown: true,
  gzipProblem: null,
  largest: [{ name: "setup.sh", bytes: 70_000 }],
};

const HEADER = { name: "X-Merge-Type", value: "list(append)+dict(recurse_list)+str()" };
const PLACE = { at: "/users/0/ssh_authorized_keys", rule: "/$defs/cc_users_groups/properties/users" };

/** Ordinary arguments of each code, several where its words differ. */
const ARGS: { [Code in Exclude<FindingCode, CheckCode>]: readonly ArgsOf<Code>[] } = {
  "source-missing": [{ isGarbled: false }, { isGarbled: true }],
  "source-dangling": [undefined],
  "source-special": [
    { kind: "device", isRepeated: false, hasDash: true },
    { kind: "device", isRepeated: false, hasDash: false },
    { kind: "named pipe", isRepeated: true, hasDash: false },
  ],
  "source-unreadable": [{ reason: "permission denied" }],
  "source-too-large": [
    { maxBytes: 67_108_864, isFixed: false },
    { maxBytes: 67_108_864, isFixed: true },
  ],
  "folder-name": [undefined],
  "folder-of-kernel": [undefined],
  "folder-special": [{ kind: "named pipe" }],
  "folder-leftover": [undefined],
  "exclude-unused": [{ glob: "*.md" }],
  "folder-empty": [undefined],
  "folder-nested": [undefined],
  "source-repeated": [undefined],
  "run-stopped": [{ reason: "a.json has no instance data: it is not a JSON object" }],
  "fill-syntax": [{ reason: "`{% if %}` is not closed: `{% endif %}` is missing" }],
  "fill-undefined": [
    { name: "address", near: null },
    { name: "adress", near: "address" },
  ],
  "fill-failed": [{ reason: "division by zero" }],
  "values-syntax": [{ reason: "`[` opens here, and a comma or `]` is missing", fix: "add the closing `]`" }],
  "values-root": [{ found: "a list" }],
  "values-key-repeated": [{ key: "ntp", line: 3 }],
  "values-replaced": [{ name: "ntp", found: "text" }],
  "values-unused": [undefined],
  "fleet-syntax": [{ reason: "the indentation fits no line above", fix: "indent line 4 as line 2" }],
  "fleet-key": [
    { key: "node", nearest: "nodes", known: ["nodes"] },
    { key: "zzz", nearest: null, known: ["roles", "nodes"] },
  ],
  "fleet-key-repeated": [{ key: "roles", line: 3 }],
  "fleet-key-missing": [{ key: "roles", example: "roles: { web: { sources: [web.cfg] } }" }],
  "fleet-value": [{ key: "sources", expected: "a list of texts", found: "text" }],
  "fleet-option": [{ reason: 'unknown platform "mars"' }],
  "fleet-name": [{ name: "../x", reason: "it is no host name" }],
  "fleet-name-repeated": [
    { name: "web-1", other: "web-[1-3]" },
    { name: "web-1", other: "web-1" },
  ],
  "fleet-too-large": [{ count: 1_000_000, most: 100_000 }],
  "fleet-role": [
    { role: "wbe", nearest: "web", known: ["web"] },
    { role: "zzz", nearest: null, known: ["web"] },
    { role: "zzz", nearest: null, known: [] },
  ],
  "fleet-variable": [{ name: "nodes", reason: "the fleet sets it", advice: "use another name" }],
  "fleet-sources": [{ name: "web-1" }],
  "fleet-source": [{ source: "-" }],
  "fleet-node-missing": [
    { role: "web", name: "nodes.master", reason: "no node has this name", near: null },
    { role: "web", name: "nodes.mastr", reason: "no node has this name", near: "nodes.master" },
  ],
  "fleet-node-gone": [{ name: "web-3" }],
  "fleet-record": [{ reason: "it is not JSON" }],
  "type-unknown": [{ reason: "no marker and no known file name extension", advice: "begin it with `#!`" }],
  "type-illegal": [{ type: "x shellscript", nearest: null }],
  "marker-unknown": [{ written: "# cloud-config", marker: "#cloud-config" }],
  "marker-late": [{ marker: "#cloud-config" }],
  "marker-missing": [{ keys: ["packages"] }],
  "source-foreign": [{ format: "a kubeconfig", expected: "a manifest", advice: "leave it out" }],
  "boundary-in-part": [{ boundary: "=_kubeboot_0", filename: "setup.sh" }],
  "merge-type-unused": [undefined],
  "configs-merged": [{ count: 3, filename: "cloud-config.yaml" }],
  "config-unmerged": [{ reason: "it is an archive" }],
  "merge-unused": [undefined],
  "merge-conflict": [{ key: "hostname", where: "line 2 of `a.cfg`" }],
  "folder-object-unnamed": [{ folder: "/var/lib/rancher/k3s/server/manifests" }],
  "static-pod-only": [{ type: "text/x-kube-replicationcontroller", folder: "/etc/kubernetes/manifests" }],
  "scripts-numbered": [{ filename: "01-setup.sh" }],
  "handler-moved": [undefined],
  "handler-replaced": [undefined],
  "marker-dropped": [undefined],
  "manifest-split": [
    { kind: "Widget", needed: "CustomResourceDefinition", file: null, names: ["web-1.yaml", "web-2.yaml"] },
    { kind: "Pod", needed: "Namespace", file: "base.yaml", names: ["web-1.yaml", "web-2.yaml"] },
  ],
  "documents-ordered": [{ kind: "Deployment", needed: "Namespace", file: null }],
  "manifest-early": [{ kind: "Pod", needed: "ServiceAccount", file: "accounts.yaml" }],
  "limit-exceeded": [EXCESS, { ...EXCESS, compressed: null }, { ...EXCESS, compressed: 60_000 }],
  "limit-doubtful": [{ ...EXCESS, gzipProblem: "it accepts only plain text" }],
  "limit-near": [
    { ...EXCESS, canCompress: true },
    { ...EXCESS, canCompress: false },
  ],
  "limits-exceeded": [
    { bytes: 40_000, platforms: ["ec2"] },
    { bytes: 40_000, platforms: ["ec2", "hetzner"] },
  ],
  "gzip-added": [{ platform: "ec2-launch-configuration" }],
  "gzip-unsafe": [{ platform: "digitalocean", problem: "it accepts only plain text" }],
  "gzip-not-text": [{ client: "az" }],
  "base64-added": [{ platform: "image-builder" }],
  "base64-for-gzip": [{ platform: "hetzner" }],
  "base64-mark": [{ mark: "guestinfo.userdata.encoding=gzip+base64" }],
  "upgrade-not-manifest": [{ type: "text/x-shellscript" }],
  "upgrade-syntax": [{ reason: "the indentation fits no line above", fix: "indent line 4 as line 2" }],
  "upgrade-kind": [
    { version: "v1beta1", kind: null, nearest: null },
    { version: "v1beta3", kind: "Service2", nearest: "Service" },
    { version: "v1beta1", kind: "DeploymentConfig", nearest: null },
  ],
  "upgrade-version": [
    { version: "v1beta4", written: null },
    { version: "v1beta3", written: "v1beta1" },
  ],
  "upgrade-type": [
    { version: "v1beta3", key: "terminationGracePeriodSeconds", expected: "a whole number", found: '"30"' },
  ],
  "upgrade-key-unknown": [{ version: "v1beta3", key: "containerPorts" }],
  "upgrade-key-gone": [{ key: "resourceVersion", reason: "`kubectl apply` would reject the object" }],
  "upgrade-key-overridden": [{ key: "resources.limits.memory", by: "memory" }],
  "upgrade-name": [{ name: "redisSlaveController", legal: "redis-slave-controller" }],
  "upgrade-conflict": [{ version: "v1beta3", key: "capabilities", by: "securityContext.capabilities" }],
  "upgrade-restart-policies": [undefined],
  "upgrade-replicas": [{ version: "v1beta1" }, { version: "v1beta3" }],
  "upgrade-target-port": [{ version: "v1beta1" }],
  "upgrade-cluster-ip": [{ key: "portalIP", address: "10.254.0.10" }],
  "upgrade-field-path": [
    { version: "v1beta1", path: "currentState.podIP" },
    { version: "v1beta3", path: "spec.restartPolicy" },
  ],
  "upgrade-endpoint": [{ endpoint: "10.0.0.1" }],
  "upgrade-comment": [undefined],
  "upgrade-json-comments": [{ count: 1 }, { count: 2 }],
  "upgrade-read-only": [{ kind: "ComponentStatus" }],
  "v1-no-name": [{ key: "id" }, { key: "metadata.name" }],
  "v1-selector": [undefined],
  "v1-restart-policy": [undefined],
  "blob-too-large": [{ maxBytes: 67_108_864 }],
  "blob-too-deep": [{ most: 4 }],
  "blob-gzip-broken": [{ reason: "unexpected end of file" }],
  "blob-base64-cut": [undefined],
  "blob-unknown": (["empty", "UTF-16", "archive", "other"] as const).map((content) => ({ content })),
  "blob-marker-unseen": [{ marker: "#cloud-config-archive" }],
  "blob-no-parts": [undefined],
  "blob-nested": [{ most: 10 }],
  "blob-many-parts": [{ most: 10_000 }],
  "blob-long-headers": [{ most: 2_097_152 }],
  "mime-version-late": [undefined],
  "mime-indented": [undefined],
  "mime-unfinished": [undefined],
  "mime-blank-line": [undefined],
  "mime-blank-line-eks": [undefined],
  "part-raw": [{ filename: "setup.sh" }],
  "part-gzip-broken": [{ reason: "unexpected end of file" }],
  "archive-too-large": [{ most: 524_288 }],
  "blob-not-utf8": [{ offset: 4096 }],
  "file-exists": [undefined],
  "file-is-folder": [undefined],
  "file-renamed": [{ name: "etc_setup.sh", filename: "etc/setup.sh" }],
  "handler-left-out": [undefined],
  "handler-absent": [undefined],
  "type-lost": [{ type: "text/x(y)" }],
  "merge-type-lost": [HEADER],
  "launch-index-lost": [{ value: "2" }],
  "schema-invalid": [
    { ...PLACE, broken: [{ keyword: "type", params: { type: ["array", "string"] } }], found: "the number 1" },
    { ...PLACE, broken: [{ keyword: "required", params: { missingProperty: "name" } }], found: "a mapping" },
    { ...PLACE, broken: [{ keyword: "other", params: {} }], found: "a mapping" },
  ],
  "schema-deprecated": [
    { ...PLACE, since: "22.3", text: "Use ``users`` instead." },
    { ...PLACE, since: null, text: "Dropped after April 2027." },
    { ...PLACE, since: null, text: null },
  ],
  "schema-empty": [undefined],
  "schema-header": [undefined],
};

test.each(Object.entries(ARGS))("%s", (code, rows) => {
  const make = finding as (code: string, location: object, args: unknown) => ReturnType<typeof finding>;
  expect(rows.flatMap((args) => findWordProblems(make(code, {}, args)))).toEqual([]);
});

test.each(listCheckCodes())("the reason of %s is one plain line", (code) => {
  const { reason } = describeCode(code);
  expect(reason).toMatch(/^(?:[a-z0-9`]|Kubernetes |YAML ).*[^.]$/);
  expect(reason!.length).toBeLessThanOrEqual(100);
});
