/** The library as its users call it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  createBundle,
  KubebootError,
  lintSources,
  type BundleOptions,
  type LintOptions,
  type SourceInput,
} from "../src/index.ts";
import { makeFolder } from "./support/make-folder.ts";

const SCRIPT = { name: "setup.sh", content: "#!/bin/sh\n" };
const CONFIG = { name: "base.cfg", content: "#cloud-config\n" };
const POD = {
  name: "pod.yaml",
  content: "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: 'a:1'}]}\n",
};
const SERVICE = {
  name: "service.yaml",
  content: "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n",
};

async function filenames(inputs: readonly SourceInput[], options: BundleOptions = {}): Promise<string> {
  return (await createBundle(inputs, options)).parts.map(({ filename }) => filename).join(" ");
}

async function errorOf(inputs: readonly SourceInput[], options: BundleOptions = {}): Promise<KubebootError> {
  const error: unknown = await createBundle(inputs, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(KubebootError);
  return error as KubebootError;
}

describe("createBundle", () => {
  test("accepts sources from memory, files and standard input", async () => {
    const folder = makeFolder({ "b.sh": "#!/bin/sh\n" });
    const stdin = (async function* () {
      yield Buffer.from("#cloud-config\n");
    })();
    const { bytes, parts, findings } = await createBundle([`${folder}/b.sh`, "-", CONFIG], { stdin });
    expect(parts.map(({ type, filename, path }) => [type, filename, path])).toEqual([
      ["text/x-shellscript", "b.sh", `${folder}/b.sh`],
      ["text/cloud-config", "stdin", "-"],
      ["text/cloud-config", "base.cfg", "base.cfg"],
    ]);
    expect(findings).toEqual([]);
    expect(Buffer.from(bytes).toString()).toMatch(/^Content-Type: multipart\/mixed;/);
  });

  test("makes the same bytes from a file and from its content", async () => {
    const folder = makeFolder({ "setup.sh": SCRIPT.content });
    const [fromFile, fromMemory] = await Promise.all([createBundle([`${folder}/setup.sh`]), createBundle([SCRIPT])]);
    expect(Buffer.from(fromFile.bytes)).toEqual(Buffer.from(fromMemory.bytes));
  });

  test("does not change files or the caller's bytes", async () => {
    const content = Buffer.from("#!/bin/sh\r\n\0");
    const folder = makeFolder({ a: content });
    const given = Buffer.from(content);
    await createBundle([`${folder}/a`, { name: "b", content: given }], { gzip: true });
    expect(given).toEqual(content);
    expect(readFileSync(`${folder}/a`)).toEqual(content);
  });

  test.each<[string, SourceInput[], BundleOptions, string]>([
    ["as listed", [SCRIPT, CONFIG], {}, "setup.sh base.cfg"],
    ["a part handler before manifests", [SCRIPT, POD], {}, "kubeboot.py setup.sh pod.yaml"],
    ["no part handler when told so", [POD], { handler: "none" }, "pod.yaml"],
    ["a part handler when told so", [SCRIPT], { handler: "direct" }, "kubeboot.py setup.sh"],
    ["manifests as they must be submitted", [POD, SCRIPT, SERVICE], {}, "kubeboot.py service.yaml setup.sh pod.yaml"],
    ["manifests as listed", [POD, SERVICE], { keepOrder: true }, "kubeboot.py pod.yaml service.yaml"],
    [
      "scripts numbered",
      [
        { ...SCRIPT, name: "b" },
        { ...SCRIPT, name: "a" },
      ],
      {},
      "01-b 02-a",
    ],
  ])("orders the parts: %s", async (_, inputs, options, expected) => {
    expect(await filenames(inputs, options)).toBe(expected);
  });

  test("omits its own part handler if one for manifests is listed", async () => {
    const own = { name: "own.py", content: '#part-handler\ndef list_types(): return ["text/x-kube-pod"]\n' };
    const { parts, findings } = await createBundle([POD, own]);
    expect(parts.map(({ filename }) => filename)).toEqual(["own.py", "pod.yaml"]);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ["handler-moved", "own.py"],
      ["handler-replaced", "own.py"],
    ]);
  });

  test("applies the default type to sources without a declared one", async () => {
    const { parts } = await createBundle([{ name: "x", content: "?" }, SCRIPT], { defaultType: "Text/X-Own" });
    expect(parts.map(({ type }) => type)).toEqual(["text/x-own", "text/x-shellscript"]);
  });

  test("returns warnings and notes with the bundle", async () => {
    const { findings } = await createBundle([{ name: "x", content: "", type: "text/x-own" }], {
      mergeType: "list(append)+dict()",
    });
    expect(findings).toEqual([
      {
        code: "part-empty",
        severity: "warning",
        path: "x",
        part: null,
        line: null,
        column: null,
        message: "the part is empty",
        hint: "remove it, or add its content",
        args: null,
      },
      {
        code: "merge-type-unused",
        severity: "note",
        path: null,
        part: null,
        line: null,
        column: null,
        message: expect.stringContaining("the merge type is unused"),
        hint: null,
        args: null,
      },
    ]);
  });
});

describe("createBundle throws", () => {
  test.each<[string, SourceInput[], BundleOptions, string, string[]]>([
    ["for no sources", [], {}, "usage", []],
    ["for an option that can't be", [SCRIPT], { boundary: "" }, "usage", []],
    ["for a source that can't be read", ["/nowhere/x"], {}, "unreadable", ["source-missing"]],
    ["for content without a type", [{ name: "x", content: "?" }], {}, "invalid", ["type-unknown"]],
    [
      "for text that is not UTF-8",
      [{ ...SCRIPT, content: Buffer.from("#!/bin/sh\n\xe9", "latin1") }],
      {},
      "invalid",
      ["text-not-utf8"],
    ],
    [
      "the same without checks",
      [{ ...SCRIPT, content: Buffer.from("#!/bin/sh\n\xe9", "latin1") }],
      { check: false },
      "invalid",
      ["text-not-utf8"],
    ],
    [
      "for a type that holds parts, without checks",
      [{ ...SCRIPT, type: "multipart/mixed" }],
      { check: false },
      "invalid",
      ["type-container"],
    ],
    [
      "for a warning that is taken for an error",
      [{ ...SCRIPT, content: "", type: "text/x-own" }],
      { strict: true },
      "invalid",
      ["part-empty"],
    ],
    ["for a boundary inside a part", [SCRIPT], { boundary: "sh" }, "invalid", ["boundary-in-part"]],
    [
      "what can't be read first, and all the rest",
      [{ name: "x", content: "?" }, "/nowhere/x", { ...SCRIPT, content: "" }],
      {},
      "unreadable",
      ["source-missing", "type-unknown", "type-unknown"],
    ],
  ])("%s", async (_, inputs, options, code, findings) => {
    const error = await errorOf(inputs, options);
    expect(error.code).toBe(code);
    expect(error.findings.map((found) => found.code)).toEqual(findings);
    expect(error.message).not.toContain("\n");
  });

  test("two options that exclude each other, by their names on the command line", async () => {
    const error = await errorOf([SCRIPT], { merge: true, mergeType: "list(append)+dict(replace)" });
    expect(error.message).toBe("`--merge` and `--merge-type` exclude each other");
  });

  test("warnings and notes too, so that one run shows all findings", async () => {
    const error = await errorOf([
      { name: "x", content: "?" },
      { ...SCRIPT, type: "text/upstart-job" },
    ]);
    expect(error.findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "error type-unknown",
      "warning type-removed",
    ]);
  });

  test("nothing with check: false for what the checks would reject", async () => {
    const { parts } = await createBundle([{ name: "x", content: "\ufeff#cloud-config\n" }], { check: false });
    expect(parts[0]?.type).toBe("text/cloud-config");
  });
});

describe("lintSources", () => {
  const OLD =
    "apiVersion: v1beta1\nkind: Pod\nid: a\ndesiredState: {manifest: {version: v1beta1, id: a, containers: [{name: a, image: 'a:1'}]}}\n";
  const SECOND = { name: "late.cfg", content: "#cloud-config\nruncmd: [ls]\n" };
  const FIRST = { name: "early.cfg", content: "#cloud-config\nruncmd: [pwd]\n" };
  const NOISE = { name: "big.sh", content: `#!/bin/sh\n${"# x\n".repeat(5000)}` };

  test.each<[string, SourceInput[], LintOptions, string[]]>([
    ["old objects are not upgraded", [{ name: "a.pod", content: OLD }], {}, ["manifest-old"]],
    ["a comment allows them", [{ name: "a.pod", content: `# kubeboot: allow manifest-old\n${OLD}` }], {}, []],
    ["they are upgraded", [{ name: "a.pod", content: OLD }], { upgrade: true }, []],
    ["a later list replaces an earlier one", [FIRST, SECOND], {}, ["config-replaced"]],
    ["lists are joined", [FIRST, SECOND], { mergeType: "list(append)+dict(recurse_list)" }, []],
    ["services stand behind pods", [POD, SERVICE], { keepOrder: true }, []],
    ["nothing handles manifests", [POD], { handler: "none" }, ["type-unhandled"]],
    ["it does not fit", [NOISE], { platform: "ec2" }, ["limit-exceeded"]],
    ["it fits", [NOISE], { platform: "azure" }, []],
  ])("accepts the options of bundle: %s", async (_, inputs, options, codes) => {
    const { findings } = await lintSources(inputs, options);
    expect(findings.filter(({ severity }) => severity !== "note").map(({ code }) => code)).toEqual(codes);
  });

  test("measures blobs too, and names them", async () => {
    const { bytes } = await createBundle([NOISE]);
    const { findings } = await lintSources([{ name: "userdata", content: bytes }], { platform: "ec2" });
    expect(findings).toMatchObject([{ code: "limit-exceeded", path: "userdata", args: { limit: 16_384 } }]);
  });

  test("reports all problems at once, even if a source can't be read", async () => {
    const broken = { name: "x.cfg", content: "#cloud-config\npackages: {\n" };
    const error = await lintSources(["missing", broken]).catch((thrown: unknown) => thrown as KubebootError);
    expect(error).toMatchObject({ code: "unreadable" });
    expect((error as KubebootError).findings.map(({ code }) => code)).toEqual(["source-missing", "config-syntax"]);
  });
});
