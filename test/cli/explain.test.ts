import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { measureWidth } from "../../src/cli/text-width.ts";
import { wrapText } from "../../src/cli/wrap-text.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(() => {
  const files = {
    "a.cfg": "#cloud-config\nhostname: x\nruncmd: [echo a]\nhostnam: b\n",
    "b.cfg": `#cloud-config\nhostname: web1\nwrite_files:\n${Array.from({ length: 20 }, (_, index) => `  - {path: /a/${index}, content: a}\n`).join("")}`,
    "setup.sh": "#!/bin/sh\necho a\n",
    "notes.txt": "notes\n",
    "password.cfg": "#cloud-config\nchpasswd:\n  users: [{name: root, type: RANDOM}]\n",
    "broken.cfg": "#cloud-config\nhostname: [\n",
    "escape\x1b[31m.sh": "#!/bin/sh\n",
    "pod.yaml":
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx:1.27}]}\n",
  };
  enterFolder(makeFolder(files));
});

/** Exit status and output, as text. */
async function explain(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const { status, stdout, stderr } = await runCli(["explain", ...args]);
  return { status, stdout: stdout.toString(), stderr };
}

describe("kubeboot explain", () => {
  test("prints the steps below their stages", async () => {
    expect(await explain("a.cfg", "b.cfg", "setup.sh", "notes.txt:text/x-notes")).toEqual({
      status: 0,
      stderr: "",
      stdout: `User-data: 4 parts
  notes.txt is dropped
  warning: notes.txt: nothing in the bundle handles \`text/x-notes\`: cloud-init
    ignores the part; add a \`#part-handler\` for \`text/x-notes\`, or use a type
    that \`kubeboot types\` lists (type-unhandled)

Network stage
  1  cloud-config        merges 2 cloud-configs (a.cfg, b.cfg)
       warning: a.cfg:4:1: cloud-init does not know the key \`hostnam\` here,
         and ignores it; use \`hostname\` (config-key-unknown)
  2  write_files         writes 20 files (b.cfg)
       - /a/0  0644  root:root
       - /a/1  0644  root:root
       - /a/2  0644  root:root
       - /a/3  0644  root:root
       - /a/4  0644  root:root
       - /a/5  0644  root:root
       - /a/6  0644  root:root
       - /a/7  0644  root:root
       - /a/8  0644  root:root
       - /a/9  0644  root:root
       - … and 10 more
  3  set_hostname        sets the host name to web1 (b.cfg)
       warning: hostname: "web1" of b.cfg:2, instead of "x" of a.cfg:2
         (config-replaced)
  4  update_hostname     sets the host name to web1 again, unless somebody has
                         changed it (at every boot; b.cfg)

Config stage
  5  runcmd              writes the script \`runcmd\` of 1 command; it runs later,
                         among the scripts (a.cfg)

Final stage
  6  runcmd              runs the 1 command of \`runcmd\`
       - echo a
  7  setup.sh            runs with /bin/sh

At every later boot again: 4 update_hostname.
`,
    });
  });

  test("prints nothing wider than a terminal, and no control characters", async () => {
    const { stdout } = await explain("a.cfg", "b.cfg", "setup.sh", "pod.yaml", "escape\x1b[31m.sh");
    expect(stdout.split("\n").filter((line) => measureWidth(line) > 80)).toEqual([]);
    expect(stdout).not.toContain("\x1b");
  });

  test("explains what happens in spite of errors", async () => {
    const { status, stdout } = await explain("broken.cfg", "setup.sh");
    expect(status).toBe(1);
    expect(stdout).toContain("  broken.cfg is dropped\n");
    expect(stdout).toContain("  1  setup.sh            runs with /bin/sh\n");
  });

  test("names the encodings of a blob from the inside out", async () => {
    await runCli(["bundle", "--gzip", "--base64", "-o", "userdata", "setup.sh"]);
    const { stdout } = await explain("userdata", "--platform", "ec2", "--release", "debian-12");
    expect(stdout).toContain("User-data: 1 part in gzip in base64, for ec2, read by cloud-init 22.4.2 on debian-12\n");
  });

  test("prints one JSON object", async () => {
    const { stdout } = await explain("--json", "a.cfg", "setup.sh");
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(report).toSorted()).toEqual(
      ["config", "findings", "layers", "nextBoot", "parts", "platform", "release", "steps"].toSorted(),
    );
    expect((report["parts"] as unknown[])[1]).toEqual({
      index: 2,
      type: "text/x-shellscript",
      filename: "setup.sh",
      path: "setup.sh",
      part: null,
      steps: [6],
      dropped: null,
      bytes: 17,
      sha256: "96d68d5048de839b8d6443131b2c6260086c5d3bbbb9095db85fe0d8847773b1",
    });
  });

  test("draws a diagram", async () => {
    const { stdout } = await explain("--format", "mermaid", "b.cfg", "pod.yaml");
    expect(stdout).toContain('flowchart TD\n  subgraph network["Network stage"]\n    s1["1. kubeboot.py<br>');
    expect(stdout).toContain('    s4["4. write#95;files<br>writes 20 files"]\n');
    expect(stdout).toContain("  s5 --> s6\n");
  });

  test.each([
    ["mermaid", "host name to a#92;u202eb"],
    ["html", "host name to a\\u202eb"],
  ])("shows what would turn the direction of the text: %s", async (format, words) => {
    writeFileSync("c.cfg", "#cloud-config\nhostname: a\u202eb\n");
    const { stdout } = await explain("--format", format, "c.cfg");
    expect(stdout).toContain(words);
    expect(stdout).not.toMatch(/\u202e|#8238;/);
  });

  test.each([
    ["debian-12", "config"],
    ["24.1", "config"],
    ["debian-13", "network"],
  ])("runs the modules of %s: set_passwords in the stage %s", async (release, stage) => {
    const { stdout } = await explain("--json", "--release", release, "password.cfg");
    const { steps } = JSON.parse(stdout) as { steps: { name: string; stage: string }[] };
    expect(steps.find(({ name }) => name === "set_passwords")?.stage).toBe(stage);
  });

  test("refuses an image without cloud-init", async () => {
    const stderr = "kubeboot: error: flatcar has coreos-cloudinit: only what cloud-init does is explained\n";
    expect(await explain("--release", "flatcar", "a.cfg")).toEqual({ status: 2, stdout: "", stderr });
  });

  test("prints only the merged cloud-config", async () => {
    const { stdout } = await explain("--config", "a.cfg");
    expect(stdout).toBe("#cloud-config\nhostname: x\nruncmd:\n  - echo a\nhostnam: b\n");
  });

  test.each([
    ["--config", "--json"],
    ["--config", "--format", "html"],
  ])("refuses %s %s", async (...flags) => {
    expect((await explain(...flags, "a.cfg")).status).toBe(2);
  });
});

test.each([
  ["a b c", 3, ["a b", "c"]],
  ["abcdef g", 3, ["abcdef", "g"]],
  ["日本 語", 4, ["日本", "語"]],
  ["", 4, [""]],
])("wraps %j at %i columns", (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});
