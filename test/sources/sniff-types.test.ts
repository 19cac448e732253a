import { describe, expect, test } from "vitest";
import { MARKERS } from "../../src/part/content-types.ts";
import type { Source } from "../../src/model.ts";
import { sniffTypes } from "../../src/sources/sniff-types.ts";

function makeSource(filename: string, content: string | Uint8Array, type: string | null = null): Source {
  return { path: `in/${filename}`, filename, content: Buffer.from(content as Uint8Array), type };
}

async function typeOf(filename: string, content: string | Uint8Array, defaultType: string | null = null) {
  const { sources } = await sniffTypes([makeSource(filename, content)], defaultType);
  return sources[0]?.type ?? null;
}

const POD = "apiVersion: v1\nkind: Pod\n";
const UNIT = "[Unit]\nDescription=x\n\n[Service]\nExecStart=/bin/true\n";

describe("what determines the type", () => {
  test.each([
    ["a marker, whatever the name", "x.pod", "#kube-service\n", null, "text/x-kube-service"],
    ["a marker, whatever the content", "x.yaml", `#kube-manifest\n${POD}`, null, "text/x-kube-manifest"],
    ["a marker, whatever the default", "x", "#!/bin/sh\n", "text/cloud-config", "text/x-shellscript"],
    ["the content, whatever the extension", "x.service", POD, null, "text/x-kube-pod"],
    ["the content, whatever the default", "x", POD, "text/cloud-config", "text/x-kube-pod"],
    ["the extension", "x.pod", "id: x\n", null, "text/x-kube-pod"],
    ["the extension", "x.service", "id: x\n", null, "text/x-kube-service"],
    ["the extension", "x.replica", "id: x\n", null, "text/x-kube-replica"],
    ["the extension in capitals", "X.POD", "id: x\n", null, "text/x-kube-pod"],
    ["the extension, whatever the default", "x.pod", "id: x\n", "text/cloud-config", "text/x-kube-pod"],
    ["the default", "x.txt", "hello\n", "text/x-own", "text/x-own"],
    ["the default for a systemd unit", "x.service", UNIT, "text/x-unit", "text/x-unit"],
    ["the default for a file of comments", "x.pod", "# a\n", "text/x-own", "text/x-own"],
    ["the default for files of other tools", "kustomization.yaml", "resources: []\n", "text/x-own", "text/x-own"],
    ["the extension for bytes", "x.pod", Buffer.from([0, 255]), null, "text/x-kube-pod"],
    ["the default for bytes", "x.bin", Buffer.from([0, 255]), "application/octet-stream", "application/octet-stream"],
  ])("%s: %s", async (_, filename, content, defaultType, type) => {
    expect(await typeOf(filename, content, defaultType)).toBe(type);
  });

  test("a declared type first of all", async () => {
    const { sources, findings } = await sniffTypes([makeSource("x.pod", `#!/bin/sh\n${POD}`, "text/x-own")], null);
    expect(sources[0]?.type).toBe("text/x-own");
    expect(findings).toEqual([]);
  });

  test("a marker behind any number of blanks", async () => {
    for (const blanks of [0, 1, 4076, 4090, 4095, 4096, 10_000]) {
      expect(await typeOf("x", `${" ".repeat(blanks)}#cloud-config-archive\n`), `${blanks} blanks`).toBe(
        "text/cloud-config-archive",
      );
    }
  });

  test("a marker before bytes that are not text", async () => {
    expect(await typeOf("x", Buffer.concat([Buffer.from("#!/bin/sh\n"), Buffer.from([0, 0xff])]))).toBe(
      "text/x-shellscript",
    );
  });
});

describe("a source without a type", () => {
  test.each([
    ["empty", "x", "", "the file is empty"],
    ["empty, with an extension", "x.pod", "", "the file is empty"],
    ["prose", "x.txt", "hello\n", "the first line is not a marker, and the content is not a Kubernetes manifest"],
    ["blanks", "x", " \n\n", "the file has only comments and blank lines"],
    ["comments, with an extension", "x.service", "# a\n; b\n---\n", "the file has only comments and blank lines"],
    ["UTF-16, little end first", "x", Buffer.from("\ufeff#!/bin/sh\n", "utf16le"), "the file is UTF-16"],
    ["UTF-16, big end first", "x", Buffer.from("\ufeff#!", "utf16le").swap16(), "the file is UTF-16"],
    ["Latin-1", "x", Buffer.from("caf\xe9", "latin1"), "the file is binary, or text in an encoding other than UTF-8"],
    ["a NUL", "x", `${POD}\0`, "the file is binary"],
  ])("is an error that says why: %s", async (_, filename, content, reason) => {
    const { sources, findings } = await sniffTypes([makeSource(filename, content)], null);
    expect(sources).toEqual([]);
    expect(findings).toMatchObject([{ code: "type-unknown", severity: "error", path: `in/${filename}` }]);
    expect(findings[0]?.message).toContain(`no content type: ${reason}`);
  });

  test.each([
    ["an empty file", "", "leave it out"],
    ["comments alone", "# a\n", "leave it out"],
    ["a shell script", "set -e\napt-get install -y git\n", "begin it with `#!/bin/sh`"],
    [
      "a script that writes a manifest",
      "# web\ncat <<E >a\napiVersion: v1\nkind: Pod\na: [\nE\n",
      "begin it with `#!/bin/sh`",
    ],
    ["a manifest without a kind", "apiVersion: v1\nmetadata: {}\n", "add `kind`"],
    ["UTF-16", Buffer.from("\ufeff#!", "utf16le"), "save it as UTF-8"],
    ["Latin-1", Buffer.from("caf\xe9", "latin1"), "save text as UTF-8"],
  ])("is reported with what to do: %s", async (_, content, hint) => {
    const { findings } = await sniffTypes([makeSource("x", content)], null);
    expect(findings[0]?.hint).toContain(hint);
  });

  test.each([
    ["a.py", "begin it with `#!/usr/bin/env python3`"],
    ["a.sh", "begin it with `#!/bin/sh`"],
  ])("is taken for what its extension says: %s", async (name, hint) => {
    const { findings } = await sniffTypes([makeSource(name, "a(1)\n")], null);
    expect(findings[0]).toMatchObject({ code: "type-unknown", hint });
  });

  test("is reported with every marker, and PATH:TYPE", async () => {
    const { findings } = await sniffTypes([makeSource("x", "hello\n")], null);
    for (const { marker } of MARKERS) expect(findings[0]?.hint).toContain(marker);
    expect(findings[0]?.hint).toContain("PATH:text/x-shellscript");
  });

  test("is reported with the location of its YAML error", async () => {
    const { findings } = await sniffTypes([makeSource("x.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n")], null);
    expect(findings).toMatchObject([{ code: "manifest-syntax", line: 3, hint: expect.stringMatching(/./) as string }]);
  });

  test.each([
    ["a marker that is not quite one", "x", "# cloud-config\nA=b\n", "marker-unknown", 1, "#cloud-config"],
    ["the same with a byte order mark", "x", "\ufeff# cloud-config\n", "marker-unknown", 1, "#cloud-config"],
    ["a marker below other lines", "x", "---\n#cloud-config\n", "marker-late", 2, "to the top"],
    ["no marker, but keys of cloud-config", "x", "packages: [git]\n", "marker-missing", 1, "#cloud-config"],
    ["broken cloud-config", "x", "packages: [git\nruncmd:\n- ls\n", "marker-missing", 1, "#cloud-config"],
    ["a title that is like a marker", "README.md", "# cloud-config\n", "source-foreign", null, "leave it out"],
    ["a systemd unit", "x.service", UNIT, "source-foreign", null, "/etc/systemd/system"],
    ["a pod of Podman's Quadlet", "x.pod", "[Pod]\nPodName=web\n", "source-foreign", null, "/etc/containers/systemd"],
    ["a kubeconfig", "x", "apiVersion: v1\nkind: Config\nusers: []\n", "source-foreign", 1, "/root/.kube/config"],
    ["a template", "x.pod", "id: {{ .Values.id }}\n", "source-foreign", null, "helm template"],
    ["a blob", "x", "Content-Type: multipart/mixed; boundary=x\n", "source-foreign", null, "kubeboot extract"],
    ["an archive", "x.pod", Buffer.from([0x1f, 0x8b, 8, 0]), "source-foreign", null, "unpack it"],
  ])("is one error that says what was meant: %s", async (_, filename, content, code, line, hint) => {
    const { sources, findings } = await sniffTypes([makeSource(filename, content)], null);
    expect(sources).toEqual([]);
    expect(findings).toMatchObject([{ code, severity: "error", path: `in/${filename}`, line }]);
    if (code === "source-foreign") expect(findings[0]?.message).toMatch(/^this is .+, not /);
    expect(findings[0]?.hint).toContain(hint);
  });

  test("shows no more of a long line than its beginning", async () => {
    const { findings } = await sniffTypes([makeSource("x", `# !/bin/sh ${"-x".repeat(99)}\n`)], null);
    expect(findings[0]?.message).toMatch(/^no content type: `# !\/bin\/sh -x[-x]+…` is not a marker$/);
  });

  test("is an error if it is empty, even with a default type", async () => {
    expect(await typeOf("x", "", "text/cloud-config")).toBeNull();
  });
});

test("all sources without a type are reported, and the others keep their order", async () => {
  const { sources, findings } = await sniffTypes(
    [makeSource("a", "?"), makeSource("b", "#!"), makeSource("c", "?"), makeSource("d", POD)],
    null,
  );
  expect(sources.map(({ filename }) => filename)).toEqual(["b", "d"]);
  expect(findings.map(({ path }) => path)).toEqual(["in/a", "in/c"]);
});
