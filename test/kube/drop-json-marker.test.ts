import { expect, test } from "vitest";
import { dropJsonMarkers } from "../../src/kube/drop-json-marker.ts";

test.each<[string, string, string, string]>([
  ["above JSON goes", "text/x-kube-service", '#kube-service\n{"a": 1}\n', '{"a": 1}\n'],
  ["above several JSON values goes", "text/x-kube-manifest", "#kube-manifest\r\n\n{}\n{}", "\n{}\n{}"],
  ["above YAML stays", "text/x-kube-pod", "#kube-pod\na: 1\n", "#kube-pod\na: 1\n"],
  ["above YAML that begins like JSON stays", "text/x-kube-pod", "#kube-pod\n{a: 1}\n", "#kube-pod\n{a: 1}\n"],
  ["above a comment stays", "text/x-kube-pod", "#kube-pod\n# hello\n{}\n", "#kube-pod\n# hello\n{}\n"],
  ["that is another comment stays", "text/x-kube-pod", "# hello\n{}\n", "# hello\n{}\n"],
  ["of another type stays", "text/cloud-config", "#cloud-config\n{}\n", "#cloud-config\n{}\n"],
])("a marker %s", (_, type, listed, delivered) => {
  const content = Buffer.from(listed);
  const part = { type, content, filename: "a", path: "a", transferEncoding: null, headers: {}, number: null };
  const { parts, findings } = dropJsonMarkers([part]);
  expect(Buffer.from(parts[0]!.content).toString()).toBe(delivered);
  expect(findings.map(({ code }) => code)).toEqual(listed === delivered ? [] : ["marker-dropped"]);
});
