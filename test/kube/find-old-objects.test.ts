import { expect, test } from "vitest";
import { findOldObject, type OldObject } from "../../src/kube/find-old-objects.ts";

test.each<[string, string, OldObject | null]>([
  ["a version", "kind: Pod\napiVersion: v1beta1\n", { version: "v1beta1", line: 2 }],
  ["a quoted version", "kind: Pod\n'apiVersion' : \"v1beta2\" # old\n", { version: "v1beta2", line: 2 }],
  ["a bare pod", "#kube-pod\nid: a\ndesiredState:\n  manifest: {}\n", { version: "v1beta1", line: 3 }],
  ["a bare service", "id: a\nport: 80\nselector:\n  a: b\n", { version: "v1beta1", line: 3 }],
  ["a later document", "apiVersion: v1\nkind: Pod\n---\nid: a\ndesiredState: {}\n", { version: "v1beta1", line: 5 }],
  [
    "an item of a list",
    "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1beta1\n  kind: Pod\n",
    { version: "v1beta1", line: 4 },
  ],
  ["JSON", '#kube-pod\n{\n"id": "a",\n"desiredState": {"manifest": {}}}', { version: "v1beta1", line: 4 }],
  ["a list in JSON", '{"kind": "List", "items": [\n{"apiVersion": "v1beta1"}]}', { version: "v1beta1", line: 2 }],
  ["v1beta3", "kind: Pod\napiVersion: v1beta3\n", { version: "v1beta3", line: 2 }],
  ["v1beta3 in JSON", '{\n"apiVersion": "v1beta3"}', { version: "v1beta3", line: 2 }],
  ["v1", "apiVersion: v1\nkind: Service\nspec:\n  selector: {}\n  ports: []\n", null],
  ["v1 in JSON", '{"apiVersion": "v1", "kind": "Pod", "port": 1, "selector": {}}', null],
  ["another group's v1beta1", "apiVersion: extensions/v1beta1\nkind: Deployment\n", null],
  ["a text inside of an object", "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    apiVersion: v1beta1\n", null],
  ["no YAML at all", "{{ template }}", null],
])("finds %s", (_, text, found) => {
  expect(findOldObject(text)).toEqual(found);
});
