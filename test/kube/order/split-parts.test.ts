/** A source that is delivered in several parts, with everything that looks at sources and parts. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { createBundle, extractBundle, lintSources, type Finding } from "../../../src/index.ts";
import { makeFolder } from "../../support/make-folder.ts";

const WIDGETS = `#kube-manifest
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Widget, plural: widgets}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
---
apiVersion: v1
kind: Pod
metadata: {name: Web}
spec: {containers: [{name: web, image: nginx}]}
---
apiVersion: example.com/v1
kind: Widget
metadata: {name: one}
`;

const ALLOWED = WIDGETS.replace("Web", "web").replace("nginx}", "nginx} # kubeboot: allow image-untagged\n ");

const place = ({ code, path, part, line }: Finding): string => `${code} ${path}:${part ?? ""}:${line}`;

test("findings have the place in the source", async () => {
  const { findings } = await lintSources([{ name: "a.yaml", content: WIDGETS }]);
  expect(findings.map(place)).toEqual([
    "object-name a.yaml::14",
    "image-untagged a.yaml::15",
    "manifest-split a.yaml::17",
  ]);
});

test("comments allow findings in the source, and in the part of the blob", async () => {
  const { bytes, findings, parts } = await createBundle([{ name: "a.yaml", content: ALLOWED }]);
  expect(findings.map(place)).toEqual(["manifest-split a.yaml::18"]);
  expect(parts.map(({ filename }) => filename)).toEqual(["kubeboot.py", "a-1.yaml", "a-2.yaml"]);
  const linted = await lintSources([{ name: "userdata", content: bytes }]);
  expect(linted.findings).toEqual([]);
  const bare = await createBundle([{ name: "a.yaml", content: ALLOWED.replace("kubeboot: allow", "not") }]);
  const { findings: found } = await lintSources([{ name: "userdata", content: bare.bytes }]);
  expect(found.map(place)).toEqual(["image-untagged userdata:3:6"]);
});

test("the files that are extracted make the same blob", async () => {
  const sources = [
    { name: "a.yaml", content: ALLOWED },
    { name: "b.yaml", content: "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: b}\n" },
  ];
  const { bytes } = await createBundle(sources);
  const directory = join(makeFolder(), "parts");
  const { files } = await extractBundle(bytes, { directory });
  const names = ["a-1.yaml", "b.yaml", "a-2.yaml"];
  expect(files.map(({ source }) => source)).toEqual(names.map((name) => join(directory, name)));
  const again = await createBundle(files.map(({ source }) => source));
  expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
  expect(again.findings).toEqual([]);
});

test("a finding about its type comes once", async () => {
  const { findings } = await createBundle([{ name: "a.yaml", content: ALLOWED }], { handler: "none" });
  expect(findings.map(place)).toEqual(["type-unhandled a.yaml::null", "manifest-split a.yaml::18"]);
  const error = await createBundle([{ name: "a.yaml", content: ALLOWED }], {
    handler: "directory",
    manifestDir: "/etc/kubernetes/manifests",
  }).catch((thrown: { findings: Finding[] }) => thrown);
  expect(error.findings.map(place)).toEqual(["manifest-split a.yaml::18", "static-pod-only a.yaml::null"]);
});

test("a byte order mark begins each part, as it begins the source", async () => {
  const { parts } = await createBundle([{ name: "a.yaml", content: `\ufeff${WIDGETS.slice(15)}` }], {
    check: false,
    handler: "none",
  });
  expect(parts.map(({ content }) => Buffer.from(content).subarray(0, 4).toString("latin1"))).toEqual([
    "\xef\xbb\xbfa",
    "\xef\xbb\xbf-",
  ]);
});
