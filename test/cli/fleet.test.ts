import { readdirSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { FleetProgress } from "../../src/cli/fleet-progress.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(() => {
  enterFolder(
    makeFolder({
      "fleet.yaml": `platform: ec2
sources: [host.cfg.j2]
values: { domain: lab.com }
roles:
  web: { sources: [web.sh] }
  db: {}
nodes:
  "web[01-03]": { role: web }
  db: { role: db }
`,
      "host.cfg.j2": "#cloud-config\nhostname: {{ name }}.{{ domain }}\npasword: x\n",
      "web.sh": "#!/bin/sh\necho web\n",
    }),
  );
});

async function run(...args: string[]) {
  const { status, stdout, stderr } = await runCli(args);
  return { status, stdout: stdout.toString(), stderr };
}

const WARNING =
  "web01…03, db: host.cfg.j2:3:1: warning: cloud-init does not know the key `pasword` here, and ignores it; use `password`\n";

describe("kubeboot fleet", () => {
  test("prints a table, and each finding once", async () => {
    expect(await run("fleet", "fleet.yaml", "-d", "out")).toEqual({
      status: 0,
      stdout: `NODE   ROLE  PARTS  BYTES  LIMIT
web01  web       2    496    3 %  new
web02  web       2    496    3 %  new
web03  web       2    496    3 %  new
db     db        1    306    1 %  new
`,
      stderr: WARNING,
    });
    expect(readdirSync("out").toSorted()).toEqual(["db", "fleet.json", "web01", "web02", "web03"]);
  });

  test("prints a report as JSON", async () => {
    const { stdout } = await run("fleet", "fleet.yaml", "-d", "out", "--json", "--quiet");
    const report = JSON.parse(stdout) as object;
    expect(report).toMatchObject({
      nodes: { web01: { path: "web01/user-data", bytes: 496, role: "web", state: "new", findings: [{ line: 3 }] } },
      gone: [],
      findings: [{ code: "config-key-unknown", nodes: ["web01", "web02", "web03", "db"] }],
    });
  });

  test("shows what would change", async () => {
    await run("fleet", "fleet.yaml", "-d", "out");
    const args = ["fleet", "fleet.yaml", "-d", "out", "--only", "db", "--set", "domain=b.org", "--dry-run", "--quiet"];
    expect((await run(...args)).stdout).toMatch(/^db +db +1 +\d+ +\d+ % +changed$/m);
    expect((await run(...args, "--diff")).stdout).toContain(
      [
        "--- db/user-data[1] host.cfg",
        "+++ db/user-data[1] host.cfg",
        "@@ -1,3 +1,3 @@",
        " #cloud-config",
        "-hostname: db.lab.com",
        "+hostname: db.b.org",
        "",
      ].join("\n"),
    );
    expect((await run("fleet", "fleet.yaml", "-d", "out", "--quiet")).stdout).not.toContain("changed");
  });

  test.each<[string[], number, string]>([
    [["absent.yaml"], 2, "absent.yaml: error: no such file or folder; check the path\n"],
    [["fleet.yaml", "--only", "web04"], 2, "kubeboot: error: the fleet has no node `web04`: did you mean `web01`?\n"],
    [["-"], 2, "kubeboot: error: a description is read from a file, because its paths start at the file's folder\n"],
    [["fleet.yaml", "-d", ""], 2, "kubeboot: error: -d needs the name of a folder\n"],
    [
      ["fleet.yaml", "--set", "name=x", "--set", "role=y"],
      2,
      "kubeboot: error: `name`, `role` can't be set: each node has its own\n",
    ],
    [["fleet.yaml", "--diff"], 2, "kubeboot: error: --diff shows what would change: it needs --dry-run\n"],
    [["web.sh"], 1, "web.sh:2:1: error: the description of a fleet takes a mapping, but this is text\n"],
  ])("%j is wrong", async (args, status, stderr) => {
    expect(await run("fleet", "-d", "out", ...args)).toEqual({ status, stdout: "", stderr });
  });

  test("warns of a value in a file that becomes a mapping", async () => {
    writeFileSync("values.yaml", "domain: a.org\nother: 1\n");
    const { status, stderr } = await run(
      "fleet",
      "fleet.yaml",
      "-d",
      "o",
      "--values",
      "values.yaml",
      "--set",
      "other.x=2",
    );
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `values.yaml:2:1: warning: \`other\` is the number 1 here, but a mapping is set in its place; set \`other\` as a whole, or make it a mapping here too\n${WARNING}`,
    });
  });

  test("lint checks the sources of all nodes", async () => {
    const { status, stdout } = await run("lint", "fleet.yaml");
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `host.cfg.j2
  3:1: warning: web01…03, db: cloud-init does not know the key \`pasword\` here, and ignores it (config-key-unknown)
    3 | pasword: x
      | ^
    hint: use \`password\`

1 warning
`,
    });
  });

  test("explain explains one node", async () => {
    expect((await run("explain", "fleet.yaml", "--node", "web02")).stdout).toContain("sets the host name to web02");
    expect((await run("explain", "fleet.yaml")).stderr).toBe(
      "kubeboot: error: a fleet is explained node by node: name one with --node NAME\n",
    );
    expect((await run("explain", "fleet.yaml", "--node", "web4")).stderr).toContain("the fleet has no node `web4`");
  });

  test("bundle says what a fleet is for", async () => {
    expect((await run("bundle", "fleet.yaml")).stderr).toContain("`kubeboot fleet`");
  });
});

test("a share over the limit is red on a terminal", async () => {
  const sources = "platform: ec2\ncheck: false\nsources: [big.sh]\nroles: { web: {} }\n";
  enterFolder(
    makeFolder({
      "fleet.yaml": `${sources}nodes: { a: { role: web } }\n`,
      "big.sh": "#!/bin/sh\n".padEnd(20_000, "#"),
    }),
  );
  const { stdout } = await runCli(["fleet", "fleet.yaml", "-d", "out"], { tty: true });
  expect(stdout.toString()).toMatch(/^a .* \x1b\[31m12\d %\x1b\[0m {2}new$/m);
});

test.each([
  [true, {}, "\r\x1b[K2 of 3 nodes\r\x1b[K"],
  [true, { TERM: "dumb" }, ""],
  [false, {}, ""],
])("progress on a terminal: %j %j", (isTTY, env, expected) => {
  let written = "";
  const stderr = { isTTY, write: (text: string) => (written += text) };
  const times = [0, 499, 501, 550];
  const progress = new FleetProgress({ stderr, env } as never, () => times.shift()!);
  for (const done of [1, 2, 3]) progress.show(done, 3);
  progress.end();
  expect(written).toBe(expected);
});
