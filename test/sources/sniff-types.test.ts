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
    ["prose", "x.txt", "hello\n", "the first line has no marker that kubeboot knows, and the content is no"],
    ["blanks", "x", " \n\n", "the first line has no marker"],
    ["a systemd unit", "x.service", UNIT, "it is a systemd unit"],
    ["a pod of Podman's Quadlet", "x.pod", "[Pod]\nPodName=web\n", "it is a systemd unit"],
    ["UTF-16, little end first", "x", Buffer.from("\ufeff#!/bin/sh\n", "utf16le"), "it is UTF-16; save it as UTF-8"],
    ["UTF-16, big end first", "x", Buffer.from("\ufeff#!", "utf16le").swap16(), "it is UTF-16; save it as UTF-8"],
    ["Latin-1", "x", Buffer.from("caf\xe9", "latin1"), "it is binary, or text in an encoding other than UTF-8"],
    ["a NUL", "x", `${POD}\0`, "it is binary"],
    ["a blob", "x", "Content-Type: multipart/mixed; boundary=x\n", "the first line has no marker"],
  ])("is an error that says why: %s", async (_, filename, content, reason) => {
    const { sources, findings } = await sniffTypes([makeSource(filename, content)], null);
    expect(sources).toEqual([]);
    expect(findings).toMatchObject([{ code: "type-unknown", severity: "error", path: `in/${filename}` }]);
    expect(findings[0]?.message).toContain(`no content type: ${reason}`);
  });

  test("is reported with every marker, and PATH:TYPE", async () => {
    const { findings } = await sniffTypes([makeSource("x", "hello\n")], null);
    for (const { marker } of MARKERS) expect(findings[0]?.hint).toContain(marker);
    expect(findings[0]?.hint).toContain("PATH:text/x-shellscript");
  });

  test("is reported with the location of its YAML error", async () => {
    const { findings } = await sniffTypes([makeSource("x.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n")], null);
    expect(findings).toMatchObject([{ code: "type-unknown", line: 4 }]);
    expect(findings[0]?.message).toContain("looks like a Kubernetes manifest, but is not valid YAML");
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
