import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrangeManifests } from "../../../src/kube/arrange-manifests.ts";
import type { Part } from "../../../src/model.ts";
import { SEEDED, assertProperty } from "../../support/seed.ts";

const VERSIONS: Readonly<Record<string, string>> = {
  Deployment: "apps/v1",
  Ingress: "networking.k8s.io/v1",
  Certificate: "cert-manager.io/v1",
  Knative: "serving.knative.dev/v1",
  ValidatingWebhookConfiguration: "admissionregistration.k8s.io/v1",
  CustomResourceDefinition: "apiextensions.k8s.io/v1",
};

/** `Service,Pod` as a part of two documents. */
function makePart(name: string, kinds = name): Part {
  const documents = kinds.split(",").map((kind) => `apiVersion: ${VERSIONS[kind] ?? "v1"}\nkind: ${kind}\n`);
  return textPart(name, documents.join("---\n"));
}

function textPart(name: string, text: string, type = "text/x-kube-manifest"): Part {
  return {
    type,
    filename: name,
    path: name,
    content: Buffer.from(text),
    transferEncoding: null,
    headers: {},
    number: null,
  };
}

const order = (parts: Part[]) => arrangeManifests(parts, { upgrade: false, keepOrder: false });
const textOf = ({ content }: Part): string => Buffer.from(content).toString();
const locations = (findings: { code: string; path: string | null; line: number | null }[]) =>
  findings.map(({ code, path, line }) => `${code} ${path}:${line}`);

describe("parts", () => {
  test.each<[string, string[], string[]]>([
    [
      "services before what runs",
      ["Pod", "ReplicationController", "Service"],
      ["Service", "Pod", "ReplicationController"],
    ],
    [
      "each step after the one before",
      [
        "Certificate",
        "ValidatingWebhookConfiguration",
        "Ingress",
        "Deployment",
        "Service",
        "ConfigMap",
        "Secret",
        "CustomResourceDefinition",
        "Namespace",
      ],
      [
        "CustomResourceDefinition",
        "Namespace",
        "ConfigMap",
        "Secret",
        "Service",
        "Deployment",
        "Ingress",
        "Certificate",
        "ValidatingWebhookConfiguration",
      ],
    ],
    [
      "a part of several kinds by what it begins with",
      ["Deployment", "Secret,Service"],
      ["Secret,Service", "Deployment"],
    ],
    ["a part that fits between", ["Service,Pod", "Service"], ["Service", "Service,Pod"]],
    [
      "nothing that is in order",
      ["ConfigMap", "Service,Deployment", "Ingress"],
      ["ConfigMap", "Service,Deployment", "Ingress"],
    ],
  ])("%s", async (_, listed, expected) => {
    const { parts, findings } = await order(listed.map((name) => makePart(name)));
    expect(parts.map(({ filename }) => filename)).toEqual(expected);
    expect(findings).toEqual([]);
  });

  test("a kind with the same name in a custom group is a custom object", async () => {
    const own = textPart("own", "apiVersion: serving.knative.dev/v1\nkind: Service\n");
    const { parts } = await order([own, makePart("Pod")]);
    expect(parts.map(({ filename }) => filename)).toEqual(["Pod", "own"]);
  });

  test("keep their order within a kind; other parts keep their position", async () => {
    const script = textPart("script", "#!/bin/sh\n", "text/x-shellscript");
    const listed = [
      makePart("a", "Pod"),
      script,
      makePart("b", "Service"),
      makePart("c", "Pod"),
      makePart("d", "Service"),
    ];
    const { parts } = await order(listed);
    expect(parts.map(({ filename }) => filename)).toEqual(["b", "script", "d", "a", "c"]);
  });

  test("of 2014 are ordered too", async () => {
    const pod = textPart("pod", "id: a\ndesiredState: {manifest: {}}\n", "text/x-kube-pod");
    const service = textPart("service", "id: a\nport: 80\nselector: {a: b}\n", "text/x-kube-service");
    const { parts } = await order([pod, service]);
    expect(parts.map(({ filename }) => filename)).toEqual(["service", "pod"]);
  });

  test("that are empty are ordered by their type", async () => {
    const types = ["pod", "replica", "service"].map((kind) => textPart(kind, "", `text/x-kube-${kind}`));
    const { parts, findings } = await order(types);
    expect(parts.map(({ filename }) => filename)).toEqual(["service", "pod", "replica"]);
    expect(findings).toEqual([]);
  });

  test("that can't be read are ordered by their type", async () => {
    const broken = textPart("broken", "a: [\n", "text/x-kube-service");
    const { parts, findings } = await order([makePart("Pod"), broken]);
    expect(parts.map(({ filename }) => filename)).toEqual(["broken", "Pod"]);
    expect(findings).toEqual([]);
  });

  test("keep their order with keepOrder", async () => {
    const listed = [makePart("Pod"), makePart("Service"), makePart("Pod,Service")];
    expect(await arrangeManifests(listed, { upgrade: false, keepOrder: true })).toEqual({
      parts: listed,
      findings: [],
    });
  });
});

describe("documents", () => {
  test("are sorted inside their part, with every byte", async () => {
    const text = "#kube-manifest\nkind: Pod\n---\n# the service\nkind: Service # its\n---\nkind: Namespace";
    const { parts, findings } = await order([textPart("all", text)]);
    expect(textOf(parts[0]!)).toBe(
      "#kube-manifest\n---\nkind: Namespace\n---\n# the service\nkind: Service # its\n---\nkind: Pod\n",
    );
    expect(findings).toEqual([]);
  });

  test("move together with empty ones", async () => {
    const { parts } = await order([textPart("all", "kind: Pod\n---\n# hello\n---\nkind: Service\n---\n# bye\n")]);
    expect(textOf(parts[0]!)).toBe("---\n# hello\n---\nkind: Service\n---\nkind: Pod\n---\n# bye\n");
  });

  test("of JSON are sorted as JSON", async () => {
    const { parts } = await order([textPart("all", '#kube-manifest\n{"kind": "Pod"}\n{"kind": "Service"}')]);
    expect(textOf(parts[0]!)).toBe('{"kind": "Service"}\n{"kind": "Pod"}\n');
  });

  test("are sorted whatever other parts hold", async () => {
    const { parts, findings } = await order([makePart("mixed", "Ingress,Service"), makePart("Pod")]);
    expect(parts.map(textOf)).toEqual([
      `---\n${textOf(makePart("mixed", "Service,Ingress"))}`,
      textOf(makePart("Pod")),
    ]);
    expect(findings).toEqual([]);
  });

  test("that are lists are sorted by their items, with the comments above them", async () => {
    const list = "kind: List\nitems:\n# runs\n- kind: Pod\n# serves\n- kind: Service\n";
    const { parts, findings } = await order([textPart("list", list)]);
    expect(textOf(parts[0]!)).toBe("kind: List\nitems:\n# serves\n- kind: Service\n# runs\n- kind: Pod\n");
    expect(findings).toEqual([]);
  });
});

describe("a split part", () => {
  const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
spec: {group: example.com, names: {kind: Web}}
`;
  const flowList = (group: string, other: string): string =>
    `kind: List\nitems: [{${CRD.trim().replaceAll("\n", ", ").replace("example", group)}}, {apiVersion: ${other}.com/v1, kind: Web}]\n`;
  const WEB = "# kubeboot: allow object-no-name\napiVersion: example.com/v1\nkind: Web\n";

  test("has its marker and its type in each piece, and its comments where they belong", async () => {
    const [first, second] = (await order([textPart("a.yaml", `#kube-manifest\n${CRD}---\n${WEB}---\n# bye`)])).parts;
    expect([first, second].map((part) => part?.type)).toEqual(["text/x-kube-manifest", "text/x-kube-manifest"]);
    expect([first, second].map((part) => part?.filename)).toEqual(["a-1.yaml", "a-2.yaml"]);
    expect(textOf(first!)).toBe(`#kube-manifest\n${CRD}`);
    expect(textOf(second!)).toBe(`#kube-manifest\n---\n${WEB}---\n# bye`);
  });

  test("says why, at the object that has to wait", async () => {
    const { findings } = await order([textPart("a.yaml", `${CRD}---\n${WEB}`)]);
    expect(locations(findings)).toEqual(["manifest-split a.yaml:6"]);
    expect(findings[0]!.message).toBe(
      "delivered as `a-1.yaml` to `a-2.yaml`: the `Web` must follow the `CustomResourceDefinition`",
    );
  });

  test("takes names that no other part has, and the places around it", async () => {
    const script = textPart("script", "#!/bin/sh\n", "text/x-shellscript");
    const { parts } = await order([textPart("a.yaml", `${CRD}---\n${WEB}`), script, makePart("a-1.yaml", "Pod")]);
    expect(parts.map(({ filename }) => filename)).toEqual(["a-2.yaml", "a-1.yaml", "script", "a-3.yaml"]);
  });

  test("is delivered whole with keepOrder", async () => {
    const listed = [textPart("a.yaml", `${WEB}---\n${CRD}`)];
    const { parts, findings } = await arrangeManifests(listed, { upgrade: false, keepOrder: true });
    expect({ parts, findings }).toEqual({ parts: listed, findings: [] });
  });

  test("can't be one whose List has no lines of its own: then the object is told", async () => {
    const listed = [textPart("a.yaml", flowList("a", "b")), textPart("b.yaml", flowList("b", "a"))];
    const { parts, findings } = await order(listed);
    expect(parts).toEqual(listed);
    expect(locations(findings)).toEqual(["manifest-early a.yaml:2"]);
    expect(findings[0]!.message).toBe(
      "the `Web` is submitted too early: it must follow the `CustomResourceDefinition` of `b.yaml`",
    );
  });
});

test(`no part is lost or split for a preference, and single kinds are in order ${SEEDED}`, async () => {
  const kinds = ["Namespace", "Secret", "Service", "Deployment", "Ingress", "Certificate"];
  const listed = fc.array(
    fc.subarray(kinds, { minLength: 1 }).map((some) => some.join(",")),
    { minLength: 2 },
  );
  await assertProperty(
    fc.asyncProperty(listed, async (names) => {
      const { parts, findings } = await order(names.map((name) => makePart(name)));
      expect(parts.map(({ filename }) => filename).toSorted()).toEqual(names.toSorted());
      expect(parts.map(textOf)).toEqual(parts.map(({ filename }) => textOf(makePart(filename))));
      expect(findings).toEqual([]);
      const delivered = parts.map(({ filename }) => kinds.indexOf(filename));
      if (!delivered.includes(-1)) expect(delivered).toEqual(delivered.toSorted());
    }),
  );
});
