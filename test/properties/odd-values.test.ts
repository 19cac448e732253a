/** A value of the wrong kind anywhere in a file brings findings at most, and their words make sense. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { explainSources, KubebootError, lintSources, upgradeManifests, type Finding } from "../../src/index.ts";
import { seed, SEEDED } from "../support/seed.ts";

/** As they are written in YAML: names that every object of JavaScript has, empty values, numbers without end. */
const ODD = [
  "{toString: a}",
  "{valueOf: 1, toJSON: 2}",
  "{__proto__: {a: b}}",
  "{constructor: {prototype: 1}}",
  "constructor",
  "hasOwnProperty",
  "[]",
  "{}",
  "null",
  "[[1]]",
  "[{toString: a}]",
  '""',
  ".nan",
  "1e400",
  "-0",
  "2001-12-14",
  "true",
  '"a\\u0000b"',
  "!!binary aGVsbG8=",
];

const RULES = "test/checks/kube/rules";

/** An object on a line for each rule of an API server. */
const MANIFESTS = readdirSync(RULES)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) => readFileSync(join(RULES, name), "utf8").trim().split("\n"))
  .map((line) => load(line.split(" | ")[3]!));

const OLD = `
{apiVersion: v1beta1, kind: Pod, id: a, labels: {a: b}, desiredState: {manifest: {version: v1beta1, id: a, containers: [{name: a, image: b, ports: [{containerPort: 80, hostPort: 80}], env: [{name: A, value: b}], volumeMounts: [{name: v, mountPath: /a}], livenessProbe: {httpGet: {path: /, port: 80}}, cpu: 100, memory: 1000}], volumes: [{name: v, source: {hostDir: {path: /a}}}], restartPolicy: {always: {}}}}}
{apiVersion: v1beta1, kind: Service, id: a, port: 80, containerPort: 8080, selector: {a: b}, publicIPs: [10.0.0.1], protocol: TCP}
{apiVersion: v1beta2, kind: ReplicationController, id: a, desiredState: {replicas: 2, replicaSelector: {a: b}, podTemplate: {labels: {a: b}, desiredState: {manifest: {version: v1beta2, id: a, containers: [{name: a, image: b}]}}}}}
{apiVersion: v1beta3, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: b, ports: [{containerPort: 80}], capabilities: {add: [A]}, privileged: true}], volumes: [{name: v, hostPath: {path: /a}}], host: a}}
{apiVersion: v1beta3, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80, targetPort: http}], portalIP: 10.0.0.1, createExternalLoadBalancer: true, publicIPs: [1.2.3.4]}}
`
  .trim()
  .split("\n")
  .map((line) => load(line));

const CONFIG = load(`
{hostname: a, fqdn: a.b, users: [default, {name: bob, groups: [a], sudo: "ALL=(ALL) ALL", passwd: "$6$a$b", ssh_authorized_keys: [ssh-ed25519 AAAA b]}],
groups: [{a: [b]}], packages: [a, [b, "1"]], package_update: true, bootcmd: [a, [b, c]], runcmd: [a, [b, c]],
write_files: [{path: /a, content: a, owner: "a:b", permissions: "0644", encoding: b64, append: true, defer: true}],
ntp: {enabled: true, servers: [a], pools: [b]}, mounts: [[a, /b, auto, "a", "0", "2"]], swap: {filename: /a, size: 1}, apt: {sources: {a: {source: b}}},
chpasswd: {users: [{name: a, password: b, type: text}], expire: false}, power_state: {mode: reboot, delay: now, message: a, timeout: 1, condition: true},
disk_setup: {/dev/a: {table_type: gpt, layout: true, overwrite: false}}, fs_setup: [{device: a, filesystem: b, label: c}], timezone: Europe/Berlin, locale: C,
phone_home: {url: "http://a", post: all, tries: 1}, ca_certs: {trusted: [a]}, snap: {commands: [[a]]}, merge_how: [{name: list, settings: [append]}], final_message: a, ssh_keys: {rsa_private: a}}
`);

interface Variant {
  name: string;
  content: string;
}

/** Each of the odd values in its turn in the place of each value. */
function makeAllVariants(objects: readonly unknown[], head: string): Variant[] {
  return ODD.flatMap((_, turn) => makeVariants(objects, head, turn));
}

/** A text for each value of the objects, with that value replaced by an odd one, and for each mapping with an odd key. */
function makeVariants(objects: readonly unknown[], head: string, turn = 0): Variant[] {
  let next = seed + turn;
  const pick = (): string => ODD[next++ % ODD.length]!;
  return objects.flatMap((object) =>
    listPaths(object).flatMap((path) => {
      const value = pick();
      return [{ name: `${path.join(".")}=${value}`, content: `${head}${write(object, path, value)}\n` }];
    }),
  );
}

function listPaths(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => listPaths(each, [...path, key]))];
}

/** JSON is YAML; the odd value takes the place of the one at `path`. */
function write(value: unknown, path: readonly (string | number)[], odd: string): string {
  if (path.length === 0) return odd;
  const [first, ...rest] = path;
  const entries = Object.entries(value as object).map(([key, each]) => {
    const text = key === String(first) ? write(each, rest, odd) : JSON.stringify(each);
    return Array.isArray(value) ? text : `${JSON.stringify(key)}: ${text}`;
  });
  return Array.isArray(value) ? `[${entries.join(", ")}]` : `{${entries.join(", ")}}`;
}

/** What no message may contain. */
const NONSENSE = /\[object|undefined|\bNaN\b|function |=>/;

function expectSense(findings: readonly Finding[]): void {
  for (const { code, path, line, column, message, hint } of findings) {
    expect(`${path}: ${message}; ${hint} (${code})`.replace(path ?? "", "")).not.toMatch(NONSENSE);
    for (const place of [line, column]) expect(place === null || place >= 1).toBe(true);
  }
}

/** Many at once, and alone what fails. */
async function lintAll(variants: readonly Variant[]): Promise<void> {
  for (let start = 0; start < variants.length; start += 100) {
    const batch = variants.slice(start, start + 100);
    const { findings } = await lintSources(batch);
    expectSense(findings);
  }
}

test(`odd values in manifests ${SEEDED}`, { timeout: 60_000 }, async () => {
  const variants = makeVariants(MANIFESTS, "#kube-manifest\n");
  expect(variants.length).toBeGreaterThan(5000);
  await lintAll(variants);
});

test(`odd values in manifests of 2014 ${SEEDED}`, async () => {
  for (const variant of makeAllVariants(OLD, "#kube-manifest\n")) {
    try {
      expectSense((await upgradeManifests([variant])).findings);
    } catch (error) {
      if (!(error instanceof KubebootError)) throw new Error(`${variant.name}: ${String(error)}`, { cause: error });
      expectSense(error.findings);
    }
  }
});

test(`odd values in cloud-config ${SEEDED}`, async () => {
  await lintAll(makeAllVariants([CONFIG], "#cloud-config\n"));
});

test(`odd values in what happens at boot ${SEEDED}`, async () => {
  const variants = makeAllVariants([CONFIG], "#cloud-config\n").filter((_, index) => index % 4 === seed % 4);
  for (const variant of variants) {
    const { steps, findings } = await explainSources([variant]);
    expectSense(findings);
    expect(JSON.stringify(steps.map(({ text, details }) => [variant.name, text, details]))).not.toMatch(NONSENSE);
  }
});
