/** Plays the side of Terraform's provider `external`: a query on stdin, a map of texts from stdout, or stderr and a status. */
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { createBundle } from "../../src/index.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { runCli, type CliSetting } from "../support/run-cli.ts";

const TEMPLATE = "#cloud-config\nhostname: {{ name }}\nfinal_message: {{ text | default('-') | tojson }}\n";

beforeEach(() => {
  enterFolder(
    makeFolder({
      "web.yaml.j2": TEMPLATE,
      "values.sh.j2": "#!/bin/sh\n: {{ name }} {{ ntp | tojson }}\n",
      "run.sh": "#!/bin/sh\necho ok\n",
      "bad.yaml": "#cloud-config\na: [",
    }),
  );
});

/** What the provider does with the program: `json.Unmarshal` into `map[string]string`. */
async function readResult(args: string[], query: object = {}): Promise<Map<string, string>> {
  const { status, stdout, stderr } = await runCli(["bundle", "--terraform", ...args], { stdin: JSON.stringify(query) });
  expect({ status, stderr: stderr.replace(/^.*: (?:note|warning): .*\n/gm, "") }).toEqual({ status: 0, stderr: "" });
  const answer: unknown = JSON.parse(stdout.toString());
  expect(answer).toEqual({
    user_data_base64: expect.any(String),
    sha256: expect.any(String),
    bytes: expect.any(String),
  });
  return new Map(Object.entries(answer as Record<string, string>));
}

function decode(result: Map<string, string>): Buffer {
  return Buffer.from(result.get("user_data_base64")!, "base64");
}

/** The blob is base64 once, also where `bundle` alone encodes it. */
test.each<[string[], Parameters<typeof createBundle>[1]]>([
  [[], {}],
  [["--platform", "ec2"], { platform: "ec2" }],
  [["--platform", "openstack"], { platform: "openstack" }],
  [["--platform", "eks"], { platform: "eks", base64: false }],
  [["--platform", "alibaba", "--gzip"], { platform: "alibaba", gzip: true, base64: false }],
  [["--gzip"], { gzip: true }],
  [["--platform", "hetzner", "--gzip"], { gzip: true }],
  [["-b"], {}],
  [["--gzip", "-b"], { gzip: true }],
  [["--platform", "eks", "--no-base64"], { platform: "eks", base64: false }],
])("answers %j", async (args, options) => {
  const { bytes } = await createBundle(["run.sh"], options);
  const result = await readResult([...args, "run.sh"]);
  expect(decode(result)).toEqual(Buffer.from(bytes));
  expect(result.get("user_data_base64")).toBe(Buffer.from(bytes).toString("base64"));
  expect(result.get("bytes")).toBe(String(bytes.length));
  expect(result.get("sha256")).toBe(createHash("sha256").update(bytes).digest("hex"));
});

/** Go's `json.Marshal` writes `<` and the like as escapes. */
describe("a query", () => {
  test.each([["0644"], ["true"], ["1.20"], ["[a"], ['"q"'], ["a # b"], ["line\nline\n"], ["é → 日本"], ["<&>"], [""]])(
    "passes %j as it is",
    async (text) => {
      const result = await readResult(["web.yaml.j2"], { name: "web1", text });
      const { bytes } = await createBundle(["web.yaml.j2"], { values: { name: "web1", text } });
      expect(decode(result)).toEqual(Buffer.from(bytes));
    },
  );

  test("wins over the values of the command line, and leads into mappings by dots", async () => {
    const args = ["--set", "name=a", "--set", "ntp.x=1", "values.sh.j2"];
    const { bytes } = await createBundle(["values.sh.j2"], { values: { name: "b", ntp: { x: 1, y: "2" } } });
    expect(decode(await readResult(args, { name: "b", "ntp.y": "2" }))).toEqual(Buffer.from(bytes));
  });
});

/** Nothing is on stdout then. */
test.each<[string, string[], CliSetting, number, string]>([
  ["no input", ["run.sh"], {}, 2, "standard input is not Terraform's query, a JSON object: run it from `data"],
  ["no JSON", ["run.sh"], { stdin: "name=x" }, 2, "standard input is not Terraform's query, a JSON object"],
  ["a list", ["run.sh"], { stdin: "[]" }, 2, "standard input is not Terraform's query, a JSON object"],
  ["a number", ["run.sh"], { stdin: '{"n":1}' }, 2, "`n` in `query` is no text: use `--set` for other values"],
  ["a mapping", ["run.sh"], { stdin: '{"n":{"a":"b"}}' }, 2, "`n` in `query` is no text"],
  ["a name", ["run.sh"], { stdin: '{"a-b":"secret"}' }, 2, "`query` sets `a-b`, which is no name: use letters"],
  [
    "a conflict",
    ["run.sh"],
    { stdin: '{"n.x":"secret","n":"secret"}' },
    2,
    "`n.x` of `query` and `n` of `query` exclude each other: only one of them makes `n` a mapping: leave one of them out",
  ],
  [
    "a conflict with an option",
    ["--set", "n=1", "--set", "a=1", "run.sh"],
    { stdin: '{"n.x":"secret"}' },
    2,
    "`--set` and `n.x` of `query` exclude each other: only one of them makes `n` a mapping",
  ],
  [
    "a deep name",
    ["run.sh"],
    { stdin: JSON.stringify({ [`a${".a".repeat(20_000)}`]: "" }) },
    2,
    "`query` sets a name with 20000 dots, and a name has at most 99: use letters",
  ],
  [
    "a long query",
    ["--max-bytes", "9", "run.sh"],
    { stdin: '{"n":"secret"}' },
    2,
    "standard input has more than 9 bytes, but has to be Terraform's query: run it from",
  ],
  ["a terminal", ["run.sh"], { stdin: terminal() }, 2, "standard input is a terminal, but has to be Terraform's query"],
  ["unreadable input", ["run.sh"], { stdin: unreadable() }, 2, "the query can't be read: illegal operation"],
  [
    "-o",
    ["-o", "x", "run.sh"],
    { stdin: "{}" },
    2,
    "--terraform and -o exclude each other: the blob goes to Terraform",
  ],
  ["--json", ["--json", "run.sh"], { stdin: "{}" }, 2, "--terraform and --json exclude each other: standard output"],
  ["-", ["-"], { stdin: "{}" }, 2, "--terraform and - exclude each other: standard input is for the query"],
  ["-:TYPE", ["-:x-shellscript"], { stdin: "{}" }, 2, "--terraform and -:x-shellscript exclude each other"],
  ["an error in a source", ["bad.yaml"], { stdin: "{}" }, 1, "bad.yaml:2:4: error: "],
  ["a missing value", ["web.yaml.j2"], { stdin: "{}" }, 1, "web.yaml.j2:2:14: error: "],
  ["a missing source", ["absent"], { stdin: "{}" }, 2, "absent: error: "],
])("refuses %s", async (_, args, setting, expected, message) => {
  const { status, stdout, stderr } = await runCli(["bundle", "--terraform", ...args], setting);
  expect({ status, stdout: stdout.toString() }).toEqual({ status: expected, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("secret");
  if (stderr.startsWith("kubeboot: error: ")) expect(stderr.trimEnd()).not.toContain("\n");
});

async function* neverRead(): AsyncGenerator<Uint8Array> {
  yield await Promise.reject(new Error("a terminal was read"));
}

function terminal(): AsyncIterable<Uint8Array> {
  return Object.assign(neverRead(), { isTTY: true });
}

async function* unreadable(): AsyncGenerator<Uint8Array> {
  yield await Promise.reject(new Error("EISDIR: illegal operation on a directory, read"));
}
