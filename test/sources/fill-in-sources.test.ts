import { beforeEach, describe, expect, test } from "vitest";
import { createBundle, explainSources, KubebootError, lintSources, type Finding } from "../../src/index.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";

beforeEach(() => {
  enterFolder(
    makeFolder({
      "web.cfg.j2": "#cloud-config\n{# the host #}\nhostname: {{ name }}\n{% include 'users.j2' %}\nrun_cmd: []\n",
      "users.j2": "{% for user in users %}\n# {{ user }}\n{% endfor %}\n",
      "setup.sh.j2": "#!/bin/sh\necho {{ name }}\n",
      "both.cfg.j2":
        "## template: jinja\n#cloud-config\nhostname: {% raw %}{{ v1.local_hostname }}{% endraw %}-{{ name }}\n{% raw %}fqdn: {{ v1.local_hostnam }}{% endraw %}\n",
      "folder/a.sh.j2": "#!/bin/sh\necho {{ name }}\n",
      "values.yaml": "name: one\nusers: [ann, bob]\nnested: {a: 1, b: 2}\n",
      "more.json": '{"name": "two"}',
      "outside.sh.j2": "#!/bin/sh\n{% include '../other' %}\n",
      "broken.yaml": "name: [\n",
      "list.yaml": "- a\n",
    }),
  );
});

const VALUES = { name: "web", users: ["ann"] };

const show = ({ path, line, column, code }: Finding): string => [path, line, column, code].join(":");

describe("a source NAME.j2", () => {
  test("becomes the part NAME with what the template makes", async () => {
    const { parts } = await createBundle(["web.cfg.j2", "setup.sh.j2"], { values: VALUES });
    expect(parts.map(({ filename, type, content }) => [filename, type, new TextDecoder().decode(content)])).toEqual([
      ["web.cfg", "text/cloud-config", "#cloud-config\nhostname: web\n# ann\nrun_cmd: []\n"],
      ["setup.sh", "text/x-shellscript", "#!/bin/sh\necho web\n"],
    ]);
  });

  test.each([
    ["values.yaml", "one"],
    [["values.yaml", "more.json"], "two"],
    [["more.json", { name: "three" }], "three"],
    [{ name: "four" }, "four"],
  ])("is filled in with the values %j", async (values, name) => {
    const { parts } = await createBundle(["setup.sh.j2"], { values });
    expect(new TextDecoder().decode(parts[0]!.content)).toBe(`#!/bin/sh\necho ${name}\n`);
  });

  test("may be in a folder, in memory, and have a declared type", async () => {
    const memory = { name: "m.sh.j2", content: "#!/bin/sh\necho {{ name }}\n" };
    const { parts } = await createBundle(["folder", memory, "setup.sh.j2:text/x-shellscript-per-boot"], {
      values: VALUES,
    });
    expect(parts.map(({ filename, type }) => `${filename} ${type}`)).toEqual([
      "a.sh text/x-shellscript",
      "m.sh text/x-shellscript",
      "setup.sh text/x-shellscript-per-boot",
    ]);
  });

  test("has its findings at the lines of the template", async () => {
    const { findings, texts } = await lintSources(["web.cfg.j2"], { values: VALUES });
    expect(findings.map(show)).toEqual(["web.cfg.j2:5:1:config-key-unknown"]);
    expect(new TextDecoder().decode(texts[0]!.content)).toContain("{{ name }}");
  });

  test("may be a template of cloud-init too", async () => {
    const { parts } = await createBundle(["both.cfg.j2"], { values: VALUES, check: false });
    expect(new TextDecoder().decode(parts[0]!.content)).toContain("hostname: {{ v1.local_hostname }}-web\n");
    const { findings } = await lintSources(["both.cfg.j2"], { values: VALUES });
    expect(findings.map(show)).toEqual(["both.cfg.j2:4:16:template-name"]);
  });

  test("is explained", async () => {
    const { steps } = await explainSources(["setup.sh.j2"], { values: VALUES });
    expect(steps.map(({ name }) => name)).toEqual(["setup.sh"]);
  });

  test("is filled in without anything of the environment", async () => {
    const memory = { name: "a.sh.j2", content: "#!/bin/sh\n{{ HOME }} {{ env }} {{ lookup }}\n" };
    const { findings } = await lintSources([memory]);
    expect(findings.map(({ code }) => code)).toEqual(["fill-undefined", "fill-undefined", "fill-undefined"]);
  });
});

describe("what is wrong with templates and values", () => {
  test("is reported at once, with the other problems", async () => {
    const { findings } = await lintSources(["web.cfg.j2", "setup.sh.j2", "outside.sh.j2"], { values: { nam: "x" } });
    expect(findings.map((found) => `${show(found)} ${found.message}`)).toEqual([
      "web.cfg.j2:3:14:fill-undefined `name` is undefined",
      "users.j2:1:16:fill-undefined `users` is undefined",
      "setup.sh.j2:2:9:fill-undefined `name` is undefined",
      "outside.sh.j2:2:1:fill-failed the template can't be filled in: `../other` is outside of the folder `.`, and can't be included",
    ]);
    expect(findings[0]!.hint).toBe("write `nam`");
  });

  test.each<[string, string | string[], string[], string]>([
    ["a broken file", "broken.yaml", ["broken.yaml:1:7:values-syntax"], "invalid"],
    ["a list", "list.yaml", ["list.yaml:1:1:values-root"], "invalid"],
    ["no file", "absent.yaml", ["absent.yaml:::source-missing"], "unreadable"],
    [
      "two of them",
      ["absent.yaml", "list.yaml"],
      ["absent.yaml:::source-missing", "list.yaml:1:1:values-root"],
      "unreadable",
    ],
  ])("values in %s", async (_, values, expected, code) => {
    const error: unknown = await createBundle(["setup.sh.j2"], { values }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KubebootError);
    expect((error as KubebootError).code).toBe(code);
    expect((error as KubebootError).findings.map(show)).toEqual(expected);
  });

  test("no values are no reason for it", async () => {
    const { findings } = await lintSources([{ name: "a.sh", content: "#!/bin/sh\n" }], { values: [{}] });
    expect(findings).toEqual([]);
  });

  test("values from standard input are refused, not left out", async () => {
    const error: unknown = await createBundle(["setup.sh.j2"], { values: "-" }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "usage" });
  });

  test("values without a template bring a warning", async () => {
    const { findings } = await lintSources([{ name: "a.sh", content: "#!/bin/sh\n" }], { values: VALUES });
    expect(findings.map(({ code }) => code)).toEqual(["values-unused"]);
  });

  test("a template that is not UTF-8 is not filled in", async () => {
    const { findings } = await lintSources([{ name: "a.sh.j2", content: Uint8Array.of(35, 33, 255) }]);
    expect(findings.map(({ code }) => code)).toEqual(["fill-failed"]);
  });
});
