/** What is measured, and where a real server and kubectl draw the line. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findExcess, measureAnnotations, MOST_ANNOTATIONS } from "../../src/kube/object-size.ts";
import { apiServer, startApiServer, type ApiServer } from "../support/api-server.ts";
import { describeWith } from "../support/requirements.ts";

type KubeObject = Record<string, unknown>;

const configMap = (text: string, metadata: object = {}): KubeObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "large", ...metadata },
  data: { a: text },
});

const secret = (values: object): KubeObject => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "large" },
  ...values,
});

const definition = (description: string): KubeObject => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "webs.example.com" },
  spec: {
    group: "example.com",
    scope: "Cluster",
    names: { kind: "Web", plural: "webs" },
    versions: [
      { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object", description } } },
    ],
  },
});

/** The text with which the annotations have the most bytes that they can have, and `more`. */
function fill(make: (text: string) => KubeObject, more = 0): KubeObject {
  return make("x".repeat(MOST_ANNOTATIONS - measureAnnotations(make("")) + more));
}

/** Objects whose copy differs from their text. */
const MAKERS: Readonly<Record<string, (text: string) => KubeObject>> = {
  "a ConfigMap": (text) => configMap(text),
  "one with a namespace": (text) => configMap(text, { namespace: "default" }),
  "one with annotations": (text) => configMap(text, { annotations: { "example.com/a": "b".repeat(1000) } }),
  "one with characters that Go escapes": (text) => configMap(`<&>${'é\n"'.repeat(100)}${text}`),
  "a definition, which has no namespace": definition,
};

const withCopy = (text: string): KubeObject =>
  configMap(text, { annotations: { "kubectl.kubernetes.io/last-applied-configuration": "{}" } });

const own = (bytes: number): KubeObject => configMap("", { annotations: { a: "x".repeat(bytes) } });

describe("what no server stores", () => {
  const MIB = 1_048_576;

  test.each<[string, KubeObject, object | null]>([
    ["values of 1 MiB", configMap("x".repeat(MIB)), null],
    ["a byte more", configMap("x".repeat(MIB + 1)), { what: "data", bytes: MIB + 1, limit: MIB }],
    ["letters of two bytes", configMap("é".repeat(MIB / 2 + 1)), { what: "data", bytes: MIB + 2, limit: MIB }],
    ["base64 of 1 MiB", secret({ data: { a: Buffer.alloc(MIB).toString("base64") } }), null],
    [
      "of a byte more",
      secret({ data: { a: Buffer.alloc(MIB + 1).toString("base64") } }),
      { what: "data", bytes: MIB + 1, limit: MIB },
    ],
    [
      "text in a Secret",
      secret({ stringData: { a: "x".repeat(MIB), b: "y" } }),
      { what: "data", bytes: MIB + 1, limit: MIB },
    ],
    ["a copy that fits", fill(withCopy), null],
    ["one that does not", fill(withCopy, 1), { what: "annotations", bytes: 262_145, limit: 262_144 }],
    ["annotations of 256 KiB", own(262_143), null],
    ["of a byte more", own(262_144), { what: "annotations", bytes: 262_145, limit: 262_144 }],
    ["a definition of 1.4 MB", definition("x".repeat(1_400_000)), null],
    ["of 1.6 MB", definition("x".repeat(1_600_000)), { what: "object", bytes: 1_600_321, limit: 1_572_864 }],
  ])("%s", (_, object, expected) => expect(findExcess(object)).toEqual(expected));
});

describeWith([apiServer], "a server and kubectl", () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  async function submit(object: KubeObject, ...options: string[]): Promise<string> {
    const text = JSON.stringify(object);
    const { status, stderr } = await server.kubectl(["apply", "-f", "-", ...options], text);
    await server.kubectl(["delete", "-f", "-", "--ignore-not-found", "--wait"], text);
    return status === 0 ? "taken" : stderr;
  }

  test.each(Object.entries(MAKERS))("take annotations up to their limit, of %s", async (_, make) => {
    expect(measureAnnotations(fill(make))).toBe(MOST_ANNOTATIONS);
    expect(await submit(fill(make))).toBe("taken");
    expect(await submit(fill(make, 1))).toContain("metadata.annotations: Too long");
    expect(await submit(fill(make, 1), "--server-side")).toBe("taken");
  });

  test("refuse annotations over their limit, which --server-side does not change", async () => {
    expect(await submit(fill(withCopy))).toBe("taken");
    expect(await submit(fill(withCopy, 1), "--server-side")).toContain("metadata.annotations: Too long");
    expect(await submit(own(262_143), "--server-side")).toBe("taken");
    expect(await submit(own(262_144), "--server-side")).toContain("metadata.annotations: Too long");
  });

  test("take no more than the limits of what is stored", async () => {
    expect(await submit(configMap("x".repeat(1_048_576)), "--server-side")).toBe("taken");
    expect(await submit(configMap("x".repeat(1_048_577)), "--server-side")).toContain("Too long");
    expect(await submit(definition("x".repeat(1_550_000)), "--server-side")).toBe("taken");
    expect(await submit(definition("x".repeat(1_572_864)), "--server-side")).toContain("request is too large");
  });
});
