import { expect, test } from "vitest";
import { createBundle, KubebootError } from "../../src/index.ts";

const MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";
const GENERATED = MAP.replace("name:", "generateName:");
const FOLDER = { handler: "directory", manifestDir: "/var/lib/rancher/k3s/server/manifests" } as const;

test("what reads a folder needs the names of objects, at any place of a file", async () => {
  const source = { name: "a.yaml", content: `${MAP}---\n${GENERATED}---\n${GENERATED}` };
  const error = await createBundle([source], FOLDER).catch((thrown: unknown) => thrown);
  if (!(error instanceof KubebootError)) throw error;
  expect(error.findings.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
    "folder-object-unnamed 9:3",
    "folder-object-unnamed 14:3",
  ]);
});

test("the applier does not need them", async () => {
  const { findings, parts } = await createBundle([{ name: "a.yaml", content: GENERATED }]);
  expect(findings).toEqual([]);
  expect(parts.map(({ type }) => type)).toEqual(["text/part-handler", "text/x-kube-manifest"]);
});
