/** The GitHub action: its steps, run as GitHub's runner runs them. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { bundleCommand } from "../src/cli/bundle.ts";
import type { Io } from "../src/cli/io.ts";
import { lintCommand } from "../src/cli/lint.ts";
import { createBundle, readBundle } from "../src/index.ts";
import { makeFolder } from "./support/make-folder.ts";
import { readAction, runAction } from "./support/run-action.ts";

const CONFIG = "#cloud-config\nhostname: web\n";
const SCRIPT = "#!/bin/sh\necho ready\n";
const BROKEN = "#cloud-config\npackages: nginx, curl\n";
const LARGE = `#!/bin/sh\n${"echo ready\n".repeat(2000)}`;

describe("a run", () => {
  test("writes the blob, its outputs and its table", async () => {
    const workspace = makeFolder({ "web 1.cfg": CONFIG, "parts/a|b.sh": SCRIPT });
    const { success, outputs, summary } = runAction(workspace, { sources: "web 1.cfg\n\n  parts/\n" });
    const blob = readFileSync(join(workspace, "userdata"));
    const sha256 = createHash("sha256").update(blob).digest("hex");
    expect({ success, outputs }).toEqual({
      success: true,
      outputs: { file: "userdata", bytes: String(blob.length), sha256 },
    });
    const { bytes } = await createBundle([join(workspace, "web 1.cfg"), join(workspace, "parts")]);
    expect(blob).toEqual(Buffer.from(bytes));
    expect(summary).toBe(`### userdata: ${blob.length} bytes

SHA-256: ${sha256}

| part | type | bytes |
| --- | --- | ---: |
| web 1.cfg | text/cloud-config | ${CONFIG.length} |
| a\\|b.sh | text/x-shellscript | ${SCRIPT.length} |

`);
  });

  test("shows warnings beside the lines, and goes on", () => {
    const workspace = makeFolder({ "web.cfg": "#cloud-config\nrun_cmd: []\n" });
    const { success, log, outputs } = runAction(workspace, { sources: "web.cfg" });
    expect(log).toMatch(/^::warning file=web\.cfg,line=2,col=1,title=config-key-unknown::/m);
    expect({ success, file: outputs["file"] }).toEqual({ success: true, file: "userdata" });
  });

  test("passes platform, release and options on, with values that hold blanks", async () => {
    const workspace = makeFolder({
      "web.cfg.j2": "#cloud-config\nhostname: {{ name }}\nfinal_message: '{{ motd }}'\nlocale: {{ locale }}\n",
      "my values.yaml": "locale: C.UTF-8\n",
    });
    const inputs = {
      sources: "web.cfg.j2",
      platform: "ec2",
      release: "debian-12",
      args: "--set name=web\n--set=motd=it is ready\n\n--values my values.yaml\n--base64\n",
      output: "user data\n",
    };
    const { success, log, outputs } = runAction(workspace, inputs);
    expect({ success, log, file: outputs["file"] }).toMatchObject({ success: true, file: "user data" });
    const { layers, parts } = await readBundle(readFileSync(join(workspace, "user data")));
    const texts = parts.map(({ content }) => Buffer.from(content).toString());
    const text = "#cloud-config\nhostname: web\nfinal_message: 'it is ready'\nlocale: C.UTF-8\n";
    expect({ layers, texts }).toEqual({ layers: ["base64"], texts: [text] });
  });

  test("compresses what fits only so", async () => {
    const workspace = makeFolder({ "a.sh": LARGE });
    const { success } = runAction(workspace, { sources: "a.sh", platform: "ec2", args: "--gzip=auto" });
    const { layers } = await readBundle(readFileSync(join(workspace, "userdata")));
    expect({ success, layers }).toEqual({ success: true, layers: ["gzip"] });
  });
});

describe.each([
  ["an error", { "a.cfg": BROKEN }, { sources: "a.cfg" }, "::error file=a.cfg,line=2,col=1,title=config-type::"],
  [
    "a warning, if strict",
    { "a.cfg": `${CONFIG}run_cmd: []\n` },
    { sources: "a.cfg", args: "--strict" },
    "::error file=a",
  ],
  ["an unknown release", { "a.cfg": CONFIG }, { sources: "a.cfg", release: "9.9.9.9" }, "kubeboot: error: "],
  [
    "a blob that is too large",
    { "a.sh": LARGE },
    { sources: "a.sh", platform: "ec2" },
    "::error title=limit-exceeded::",
  ],
  [
    "a blob that is too large as base64",
    { "a.sh": LARGE },
    { sources: "a.sh", platform: "ec2", args: "--base64" },
    "::error title=limit-exceeded::",
  ],
  [
    "an option that does not exist",
    { "a.cfg": CONFIG },
    { sources: "a.cfg", args: "--gzipped" },
    "error: unknown option",
  ],
  ["no source", {}, { sources: "\n" }, "kubeboot lint --help"],
  ["a source that looks like an option", {}, { sources: "--list" }, "--list"],
  ["a command as a source", {}, { sources: "$(touch done)`touch done`; touch done" }, "touch done"],
  ["a command as an option", { "a.cfg": CONFIG }, { sources: "a.cfg", args: '"; touch done; "' }, "touch done"],
])("%s", (_, files, inputs, shown) => {
  test("fails, is shown, and leaves nothing", () => {
    const workspace = makeFolder(files);
    const { success, log, outputs, summary } = runAction(workspace, inputs);
    expect({ success, outputs, summary }).toEqual({
      success: false,
      outputs: { file: "", bytes: "", sha256: "" },
      summary: "",
    });
    expect(log).toContain(shown);
    expect(["userdata", "done"].filter((name) => existsSync(join(workspace, name)))).toEqual([]);
  });
});

/** From GitHub's documentation, "Metadata syntax reference": the keys of each place in action.yml that the file uses. */
test("has only keys that GitHub knows", () => {
  const { runs, inputs, outputs, ...others } = readAction();
  expect(Object.keys(others).toSorted()).toEqual(["description", "name"]);
  for (const input of Object.values(inputs)) {
    expect(["default", "description", "required"]).toEqual(expect.arrayContaining(Object.keys(input)));
  }
  for (const output of Object.values(outputs)) expect(Object.keys(output).toSorted()).toEqual(["description", "value"]);
  expect(Object.keys(runs).toSorted()).toEqual(["steps", "using"]);
  for (const step of runs.steps) expect(Object.keys(step).toSorted()).toEqual(["env", "id", "run", "shell"]);
});

test("no input is part of a script, and no other action is used", () => {
  const { runs } = readAction();
  expect({ using: runs.using, shells: runs.steps.map(({ shell }) => shell) }).toEqual({
    using: "composite",
    shells: ["bash"],
  });
  expect(runs.steps.map(({ run }) => run).join("")).not.toContain("${{");
});

test("lint does not get the options of bundle that it lacks", () => {
  const io: Io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: {} };
  const [, patterns = ""] = /^ *(-z \|[^)]*)\)/m.exec(readAction().runs.steps[0]!.run)!;
  const withheld = patterns.split(/[|\s\\]+/).filter((pattern) => !pattern.endsWith("=*"));
  const lacking = listFlags(bundleCommand(io)).filter((flag) => !listFlags(lintCommand(io)).includes(flag));
  // The action itself says where the output goes.
  const expected = lacking
    .map((flag) => flag.replace(/=.*/, ""))
    .filter((flag) => !/^(?:-o|--output|--terraform)$/.test(flag));
  expect(withheld.toSorted()).toEqual([...new Set(expected)].toSorted());
});

describe("docs/ci.md", () => {
  const document = readFileSync("docs/ci.md", "utf8");

  test("has a job that works", () => {
    const [, job = ""] = /^```yaml\n([\s\S]*?)^```$/m.exec(document)!;
    const steps = load(job) as { uses: string; with: Record<string, string> }[];
    const step = steps.find(({ uses }) => uses.startsWith("OWNER/kubeboot@"))!;
    const manifest = readFileSync("examples/quickstart/hello.yaml");
    const workspace = makeFolder({ "cloud-config.yaml": CONFIG, "manifests/web.yaml": manifest });
    const { success, outputs } = runAction(workspace, step.with);
    expect({ success, file: outputs["file"] }).toEqual({ success: true, file: "userdata" });
  });

  test("lists every input and output", () => {
    const { inputs, outputs } = readAction();
    const listed = [...document.matchAll(/^\| `(.*?)` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual([...Object.keys(inputs), ...Object.keys(outputs)]);
  });
});

/** Short and long ones, without their values. */
function listFlags({ options }: { options: readonly { flags: string }[] }): string[] {
  return options.flatMap(({ flags }) => flags.split(", ").map((flag) => flag.replace(/[ [].*/, "")));
}
