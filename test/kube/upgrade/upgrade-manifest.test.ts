import { describe, expect, test } from "vitest";
import { upgradeText } from "../../support/upgrade-text.ts";

const OLD = `#kube-manifest
# The database
# of the shop.
apiVersion: v1beta1 # of 2014
kind: Pod
id: db # its name
desiredState:
  # What runs.
  manifest:
    version: v1beta1 # goes
    containers:
      # The server.
      - name: db
        image: mysql:5 # pinned
        # Half a core.
        cpu: 500
        command:
          - --verbose # for now
    # None.
    volumes: []
# The end.
`;

const NEW = `#kube-manifest
# The database
# of the shop.
apiVersion: v1 # of 2014
kind: Pod
metadata:
  name: db # its name
# What runs.
spec:
  containers:
    # The server.
    - name: db
      image: mysql:5 # pinned
      args:
        - --verbose # for now
      resources:
        limits:
          # Half a core.
          cpu: 500m
# The end.
`;

const SERVICE = "apiVersion: v1\nkind: Service # today's\nmetadata: { name: db }\n";

const NAMESPACE = '{\n  "apiVersion": "v1",\n  "kind": "Namespace",\n  "metadata": {\n    "name": "a"\n  }\n}\n';

describe("upgradeManifest", () => {
  test("keeps comments beside their nodes, and reports the others", () => {
    const { text, findings } = upgradeText(OLD, "pod.yaml");
    expect(text).toBe(NEW);
    expect(findings.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      "upgrade-key-gone 10:5",
      "upgrade-comment 10:22",
      "upgrade-comment 19:5",
    ]);
  });

  test.each<[string, string, string]>([
    [
      "other documents",
      `${SERVICE}---\n${OLD.slice(15)}---\n${SERVICE}`,
      `${SERVICE}---\n${NEW.slice(15)}---\n${SERVICE}`,
    ],
    ["a separator at the top", `---\n${OLD.slice(15)}`, `---\n${NEW.slice(15)}`],
    ["JSON", '{"id": "a", "kind": "Namespace", "apiVersion": "v1beta1"}', NAMESPACE],
    [
      "JSON below a marker",
      '#kube-manifest\n{"id": "a", "kind": "Namespace", "apiVersion": "v1beta1"}',
      `#kube-manifest\n${NAMESPACE}`,
    ],
    [
      "JSON values",
      `{"kind": "Pod", "apiVersion": "v1"}\n{"id": "a", "kind": "Namespace", "apiVersion": "v1beta1"}`,
      `{"kind": "Pod", "apiVersion": "v1"}\n${NAMESPACE}`,
    ],
  ])("keeps %s unchanged", (_, old, expected) => {
    expect(upgradeText(old, null).text).toBe(expected);
  });

  test("keeps comments in a list beside unchanged items", () => {
    const old =
      "kind: List\napiVersion: v1\nitems:\n# one\n- kind: Namespace # today's\n  apiVersion: v1\n# two\n- kind: Namespace\n  apiVersion: v1beta1\n  id: a\n";
    expect(upgradeText(old, null).text).toBe(
      "kind: List\napiVersion: v1\nitems:\n  # one\n  - kind: Namespace # today's\n    apiVersion: v1\n  # two\n  - apiVersion: v1\n    kind: Namespace\n    metadata:\n      name: a\n",
    );
  });

  test("follows anchors and merges", () => {
    const old =
      "id: a\nkind: Pod\napiVersion: v1beta1\nlabels: &l {name: a}\nannotations: *l\ndesiredState: {manifest: {containers: [{name: a, image: a:1, <<: {cpu: 1000}}]}}\n";
    expect(upgradeText(old, null).values).toEqual([
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "a", labels: { name: "a" }, annotations: { name: "a" } },
        spec: { containers: [{ name: "a", image: "a:1", resources: { limits: { cpu: "1" } } }] },
      },
    ]);
  });

  test("treats a key with a meaning in JavaScript as any other", () => {
    const { values } = upgradeText(
      "id: a\nkind: Namespace\napiVersion: v1beta1\nlabels: {__proto__: a, constructor: b}\n",
      null,
    );
    expect(JSON.stringify(values[0])).toContain('"labels":{"__proto__":"a","constructor":"b"}');
  });

  test.each<[string, string, string]>([
    [
      "a wrong type, in a list, in a later document",
      `${SERVICE}---\nid: a\nkind: Pod\napiVersion: v1beta1\ndesiredState:\n  manifest:\n    containers:\n      - name: a\n        image: a\n        cpu: "1"\n`,
      "upgrade-type a.yaml:13:9",
    ],
    [
      "what v1 refuses, where v1beta1 had it",
      "id: a\nkind: Service\napiVersion: v1beta1\nport: 80\ncontainerPort: 80\npublicIPs:\n  - 10.0.0.1\n  - localhost\n",
      "v1-address a.yaml:8:5",
    ],
    [
      "a version that nobody upgrades",
      "apiVersion: v1beta4\nkind: Pod\ndesiredState: {}\n",
      "upgrade-version a.yaml:1:1",
    ],
    [
      "an old object that says it is v1",
      "apiVersion: v1\nkind: Pod\ndesiredState: {manifest: {}}\n",
      "upgrade-version a.yaml:1:1",
    ],
    ["broken YAML", "id: a\nkind: [\n", "upgrade-syntax a.yaml:2:7"],
  ])("locates %s", (_, old, expected) => {
    const { findings } = upgradeText(old, "a.yaml");
    expect(findings.map(({ code, path, line, column }) => `${code} ${path}:${line}:${column}`)).toEqual([expected]);
  });
});
