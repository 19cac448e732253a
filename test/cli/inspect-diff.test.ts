import { writeFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { enterSources, SCRIPT } from "../support/enter-sources.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(enterSources);

/** The stdout of a command line that prints nothing else. */
async function run(...argv: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(argv);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.toString();
}

test("prints nothing for equal parts, however they are encoded", async () => {
  await run("bundle", "--quiet", "a.sh", "base.cfg", "-o", "one");
  await run("bundle", "--quiet", "a.sh", "base.cfg", "--boundary", "other", "-o", "two");
  expect(await run("inspect", "one", "--diff", "two")).toBe("");
});

test("reports removed, added and changed parts, with a unified diff of texts", async () => {
  writeFileSync("b.bin", "\0\x01");
  await run("bundle", "--quiet", "a.sh", "base.cfg", "more.cfg", "b.bin:application/x-own", "-o", "one");
  const lines = ["one", "two", "three", "four", "five"].map((word) => `echo ${word}\t\x1b[1m\n`).join("");
  writeFileSync("a.sh", `${SCRIPT}${lines}last`);
  writeFileSync("b.bin", "\0\x02");
  await run(
    "bundle",
    "--quiet",
    "-M",
    "list(append)+dict()+str()",
    "a.sh",
    "more.cfg",
    "scripts/b.sh",
    "base.cfg",
    "b.bin:application/x-own",
    "-zo",
    "two",
  );
  expect(await run("inspect", "one", "--diff", "two")).toBe(`layers: (none) -> gzip
changed: 1 text/x-shellscript a.sh
  Content-Transfer-Encoding: 7bit -> quoted-printable
  bytes: 18 -> 96
--- one[1] a.sh
+++ two[1] a.sh
@@ -1,2 +1,8 @@
 #!/bin/sh
 echo hi
+echo one\t\\x1b[1m
+echo two\t\\x1b[1m
+echo three\t\\x1b[1m
+echo four\t\\x1b[1m
+echo five\t\\x1b[1m
+last
\\ No newline at end of file
changed: 2 text/cloud-config base.cfg -> 4 text/cloud-config base.cfg
  X-Merge-Type: (none) -> list(append)+dict()+str()
moved: 3 text/cloud-config more.cfg -> 2 text/cloud-config more.cfg
changed: 4 application/x-own b.bin -> 5 application/x-own b.bin
  bytes: 2 -> 2 (no text)
appeared: 3 text/x-shellscript b.sh
`);
});

test("skips the diff of texts that have too little in common", async () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `echo ${index}\n`);
  writeFileSync("one", `#!/bin/sh\n${lines.join("")}`);
  writeFileSync("two", `#!/bin/sh\n${lines.join("x")}`);
  expect(await run("inspect", "one", "--diff", "two")).toMatch(/\n {2}bytes: \d+ -> \d+ \(too different\)\n$/);
});

test("skips the diffs if many texts together have too little in common", async () => {
  const lines = Array.from({ length: 600 }, (_, index) => `echo ${index}\n`);
  const names = Array.from({ length: 9 }, (_, index) => `${index + 1}.sh`);
  for (const name of names) writeFileSync(name, `#!/bin/sh\n${lines.join("")}`);
  await run("bundle", "--quiet", ...names, "-o", "one");
  for (const name of names) writeFileSync(name, `#!/bin/sh\n${lines.join("x")}`);
  await run("bundle", "--quiet", ...names, "-o", "two");
  const states = (await run("inspect", "one", "--diff", "two")).match(/bytes: .*/g);
  expect(states?.map((state) => state.includes("too different"))).toEqual([
    ...Array.from({ length: 8 }, () => false),
    true,
  ]);
});

test("is available as JSON", async () => {
  writeFileSync("one", SCRIPT);
  writeFileSync("two", `${SCRIPT}exit\n`);
  const report = JSON.parse(await run("inspect", "one", "--diff", "two", "--json"));
  expect(report).toMatchObject({
    before: { bytes: 18, layers: [], messageBytes: 18 },
    after: { bytes: 23, layers: [], messageBytes: 23 },
    parts: [{ state: "changed", before: { number: 1, bytes: 18 }, after: { number: 1, bytes: 23 } }],
    findings: [],
  });
  expect(report.parts[0].diff).toMatch(/\n\+exit\n$/);
});

test("reads standard input once", async () => {
  expect(await runCli(["inspect", "-", "--diff", "-"])).toMatchObject({
    status: 2,
    stderr: "kubeboot: error: standard input (-) can be read only once\n",
  });
});

test("is coloured on a terminal, also where a line looks like a heading", async () => {
  writeFileSync("one", `${SCRIPT}-- one\n`);
  writeFileSync("two", `${SCRIPT}++ two\n`);
  const { stdout } = await runCli(["inspect", "one", "--diff", "two"], { tty: true });
  expect(stdout.toString()).toBe(`\x1b[1mchanged: 1 text/x-shellscript part-001\x1b[0m
  bytes: 25 -> 25
\x1b[1m--- one[1] part-001\x1b[0m
\x1b[1m+++ two[1] part-001\x1b[0m
\x1b[36m@@ -1,3 +1,3 @@\x1b[0m
 #!/bin/sh
 echo hi
\x1b[31m--- one\x1b[0m
\x1b[32m+++ two\x1b[0m
`);
});

test("has the same text in colour and in JSON", async () => {
  writeFileSync("two", `${SCRIPT}echo two\n`);
  const colored = await runCli(["inspect", "a.sh", "--diff", "two"], { tty: true });
  const report = await runCli(["inspect", "a.sh", "--diff", "two", "--json"], { tty: true, env: { FORCE_COLOR: "1" } });
  const [change] = (JSON.parse(report.stdout.toString()) as { parts: { diff: string }[] }).parts;
  expect(colored.stdout.toString().replace(/\x1b\[\d+m/g, "")).toContain(change!.diff);
});
