/** What happens at boot, in order. Real boots are in test/boot. */
import { describe, expect, test } from "vitest";
import { explainSources, type LintOptions, type Step } from "../../src/index.ts";
import { explainFiles, type Files } from "../support/explain-files.ts";

/** A step in a line. */
function summarize({ number, stage, name, text }: Step): string {
  return `${number} ${stage} ${name}: ${text}`;
}

const POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n";

const CASES: { what: string; files: Files; options?: LintOptions; steps: string[] }[] = [
  {
    what: "the stages follow each other, whatever the order of the parts",
    files: {
      "z.sh": "#!/bin/sh\necho z\n",
      "base.cfg": "#cloud-config\nruncmd: [echo a]\nbootcmd: [echo b]\npower_state: {mode: reboot}\n",
      "hook.txt": "#cloud-boothook\n#!/bin/sh\necho h\n",
    },
    steps: [
      "1 network hook.txt: runs the boothook",
      "2 network cloud-config: reads the cloud-config",
      "3 network bootcmd: runs 1 command",
      "4 config runcmd: writes the script `runcmd` of 1 command; it runs later, among the scripts",
      "5 final runcmd: runs the 1 command of `runcmd`",
      "6 final z.sh: runs with /bin/sh",
      "7 final power_state_change: reboots when cloud-init has ended",
    ],
  },
  {
    what: "scripts run by name, and `runcmd` is one of them",
    files: {
      "base.cfg": "#cloud-config\nruncmd: [echo a]\n",
      "a.sh": "#!/bin/bash\n",
      "s.sh": "#!/usr/bin/env python3\n",
    },
    steps: [
      "1 network cloud-config: reads the cloud-config",
      "2 config runcmd: writes the script `runcmd` of 1 command; it runs later, among the scripts",
      "3 final a.sh: runs with /bin/bash",
      "4 final runcmd: runs the 1 command of `runcmd`",
      "5 final s.sh: runs with /usr/bin/env python3",
    ],
  },
  {
    what: "deferred files are written in the final stage, behind packages",
    files: {
      "base.cfg": `#cloud-config
packages: [nginx, [htop, "3.0"]]
package_update: true
write_files:
  - {path: /etc/a, content: a, permissions: "0600"}
  - {path: /etc/b, content: b, defer: true}
`,
    },
    steps: [
      "1 network cloud-config: reads the cloud-config",
      "2 network write_files: writes 1 file",
      "3 final package_update_upgrade_install: updates the list of packages, installs 2 packages",
      "4 final write_files_deferred: writes 1 file",
    ],
  },
  {
    what: "manifests are kept, and submitted when cloud-init has ended",
    files: { "pod.yaml": POD },
    steps: [
      "1 network kubeboot.py: loads kubeboot's part handler, which keeps manifests for later",
      "2 network kubeboot.py: writes 1 manifest to /var/lib/kubeboot/pending/",
      "3 after pod.yaml: submits 1 object when Kubernetes answers",
    ],
  },
  {
    what: "in the mode direct they are submitted before the modules run",
    files: { "pod.yaml": POD, "base.cfg": "#cloud-config\nbootcmd: [echo a]\n" },
    options: { handler: "direct" },
    steps: [
      "1 network kubeboot.py: loads kubeboot's part handler, which submits manifests during the boot",
      "2 network kubeboot.py: writes 1 manifest to /var/lib/kubeboot/pending/",
      "3 network cloud-config: reads the cloud-config",
      "4 network pod.yaml: submits 1 object; the boot waits for at most 120 s in all",
      "5 network bootcmd: runs 1 command",
    ],
  },
  {
    what: "in the mode directory another program submits them",
    files: { "pod.yaml": POD },
    options: { handler: "directory", manifestDir: "/var/lib/manifests" },
    steps: [
      "1 network kubeboot.py: loads kubeboot's part handler, which writes manifests to /var/lib/manifests/",
      "2 network kubeboot.py: writes 1 manifest to /var/lib/manifests/",
      "3 after pod.yaml: 1 object: submitted by what watches /var/lib/manifests/",
    ],
  },
  {
    what: "a part handler of the user gets the parts that it names",
    files: {
      "keep.py":
        '#part-handler\ndef list_types():\n    return ["text/x-kept"]\ndef handle_part(data, ctype, name, payload):\n    pass\n',
      "notes.txt:text/x-kept": "notes\n",
    },
    steps: ["1 network keep.py: loads a part handler, whose code runs at once", "2 network keep.py: gets notes.txt"],
  },
  {
    what: "includes are fetched first",
    files: { "a.sh": "#!/bin/sh\n", "more.txt": "#include\nhttps://example.com/a\nhttps://example.com/b\n" },
    steps: ["1 network more.txt: fetches 2 URLs; what they hold is not known", "2 final a.sh: runs with /bin/sh"],
  },
];

describe("steps", () => {
  test.each(CASES)("$what", async ({ files, options, steps }) => {
    const explanation = await explainFiles(files, options);
    expect(explanation.steps.map(summarize)).toEqual(steps);
  });

  test("of the next boots are those that happen always", async () => {
    const { steps, nextBoot } = await explainFiles({
      "hook.txt": "#cloud-boothook\n#!/bin/sh\necho h\n",
      "base.cfg": "#cloud-config\nbootcmd: [echo b]\nruncmd: [echo a]\nfinal_message: done\n",
    });
    expect(nextBoot.map((number) => steps[number - 1]!.name)).toEqual([
      "hook.txt",
      "cloud-config",
      "bootcmd",
      "final_message",
    ]);
  });

  test("wait for the steps that submit what they need", async () => {
    const crd =
      "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: tabs.example.com}\nspec: {group: example.com, scope: Namespaced, names: {plural: tabs, kind: Tab}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]}\n";
    const tab = "apiVersion: example.com/v1\nkind: Tab\nmetadata: {name: one, namespace: web}\n";
    const { steps } = await explainFiles({ "tab.yaml": tab, "crd.yaml": crd });
    const submitted = steps.filter(({ kind }) => kind === "submit");
    expect(submitted.map(({ name, details, waitsFor }) => ({ name, details, waitsFor }))).toEqual([
      { name: "crd.yaml", details: ["CustomResourceDefinition tabs.example.com"], waitsFor: [] },
      { name: "tab.yaml", details: ["Tab web/one, after CustomResourceDefinition tabs.example.com"], waitsFor: [3] },
    ]);
  });
});

describe("parts", () => {
  test.each<[string, Files, string, string | null]>([
    ["a script that a later one replaces", { "a.sh": "#!/bin/sh\n", "b.sh": "#!/bin/sh\n" }, "a.sh", null],
    ["a broken cloud-config", { "a.cfg": "#cloud-config\n- a\n" }, "a.cfg", "it is not one YAML mapping"],
    [
      "a merge type that cloud-init refuses",
      { "a.cfg": "#cloud-config\nmerge_how: set()\nhostname: a\n" },
      "a.cfg",
      "`set` is not `dict(…)`, `list(…)` or `str(…)`",
    ],
    [
      "an Upstart job",
      { "a.conf": "#upstart-job\nstart on startup\n" },
      "a.conf",
      "cloud-init 26.2 does not read text/upstart-job",
    ],
    [
      "a template that fails",
      { "a.cfg": "## template: jinja\n#cloud-config\nhostname: {{ a\n" },
      "a.cfg",
      "the template can't be filled in",
    ],
    [
      "a boothook as a template",
      { "a.txt": "## template: jinja\n#cloud-boothook\n#!/bin/sh\n" },
      "a.txt",
      "cloud-init fills in only cloud-config and scripts",
    ],
    [
      "text that nothing handles",
      { "a.txt:text/x-notes": "notes\n" },
      "a.txt",
      "nothing handles the type text/x-notes",
    ],
  ])("%s", async (_, files, filename, dropped) => {
    const { parts } = await explainFiles(files);
    expect(parts.find((part) => part.filename === filename)?.dropped).toBe(dropped);
  });
});

test("findings stand at the step that they are about", async () => {
  const { steps } = await explainFiles({
    "a.cfg":
      "#cloud-config\nhostnam: a\nruncmd:\n  - if true; then\nwrite_files:\n  - path: relative\n    content: a\n",
    "b.sh": "#!/bin/sh\nfi\n",
  });
  const found = steps.flatMap(({ name, kind, findings }) => findings.map(({ code }) => `${kind} ${name}: ${code}`));
  expect(found).toEqual([
    "merge cloud-config: config-key-unknown",
    "script b.sh: script-syntax",
    "script runcmd: script-syntax",
  ]);
});

test("a blob is explained alone", async () => {
  const blob = {
    name: "blob",
    content:
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/x-shellscript\n\n#!/bin/sh\n--b--\n",
  };
  expect((await explainSources([blob])).steps.map(summarize)).toEqual(["1 final part-001: runs with /bin/sh"]);
  await expect(explainSources([blob, { name: "a.sh", content: "#!/bin/sh\n" }])).rejects.toThrow("explain it alone");
});
