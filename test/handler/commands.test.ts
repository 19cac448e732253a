/** The commands of the script on the instance: status, retry and wait. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { command, describeWith } from "../support/requirements.ts";
import { makeSpool, type TestSpool } from "./handler-script.ts";
import { configMap, finish, installClient } from "./surroundings.ts";

function call({ folder, script }: TestSpool, args: readonly string[], PATH = process.env["PATH"]) {
  const python = spawnSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).stdout.trim();
  const { status, stdout, stderr } = spawnSync(python, [script, ...args], {
    encoding: "utf8",
    env: { ...process.env, HOME: folder, PATH },
  });
  return { status, stdout, stderr };
}

/** A kubectl that refuses the manifests whose name holds `bad`, as long as a file `stop` exists in the folder. */
function refusing({ folder }: TestSpool): string {
  return `case "$*" in *bad*) [ ! -e ${folder}/stop ] || { echo 'The Pod "x" is invalid: spec: é'; exit 1; };; esac`;
}

async function makeFailed(): Promise<{ spool: TestSpool; PATH: string }> {
  const spool = makeSpool();
  spool.add({ "001-bad.yaml": configMap("a"), "002-good.yaml": configMap("b") });
  writeFileSync(join(spool.folder, "stop"), "");
  const { PATH } = installClient(spool, "kubectl", refusing(spool));
  await finish(spool, { PATH });
  return { spool, PATH };
}

describeWith([command("python3"), command("timeout", "coreutils")], "the command", () => {
  test("status prints a table", async () => {
    const { spool } = await makeFailed();
    writeFileSync(join(spool.spool, "pending/1000-new.yaml"), configMap("c"));
    writeFileSync(join(spool.spool, "pending/999-new.yaml"), configMap("c"));
    const { status, stdout } = call(spool, ["status"]);
    expect(status).toBe(0);
    expect(stdout.split("\n").map((line) => line.replace(/ +/g, " ").trim())).toEqual([
      "NAME STATE TRIES WAITING FOR, OR MESSAGE",
      '001-bad.yaml failed 1 The Pod "x" is invalid: spec: \\xe9',
      "002-good.yaml applied 1",
      "999-new.yaml pending 0",
      "1000-new.yaml pending 0",
      "",
    ]);
  });

  test.each([[["retry"]], [["retry", "001-bad.yaml"]]])("%j submits what has failed again", async (args) => {
    const { spool, PATH } = await makeFailed();
    expect(call(spool, args, PATH)).toMatchObject({ status: 0, stderr: "" });
    expect(spool.status()["001-bad.yaml"]).toMatchObject({ state: "failed", tries: 1 });
    writeFileSync(join(spool.folder, "once"), "");
    spawnSync("rm", [join(spool.folder, "stop")]);
    expect(call(spool, args, PATH)).toMatchObject({ status: 0, stderr: "" });
    expect(spool.list("failed")).toEqual([]);
    expect(spool.status()["001-bad.yaml"]).toMatchObject({ state: "applied", tries: 1 });
  });

  test.each(["002-good.yaml", "../pending/002-good.yaml", "001-bad.yaml.reason"])("retry refuses %s", async (name) => {
    const { spool, PATH } = await makeFailed();
    const { status, stderr } = call(spool, ["retry", name], PATH);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `kubeboot: ${name} has not failed: see status\n`,
    });
  });

  test("wait tells applied, failed, and time is up apart", async () => {
    const { spool } = await makeFailed();
    expect(call(spool, ["wait", "--timeout", "5"])).toEqual({ status: 1, stdout: "", stderr: "" });
    spawnSync("rm", ["-r", join(spool.spool, "failed")]);
    mkdirSync(join(spool.spool, "failed"));
    expect(call(spool, ["wait"])).toEqual({ status: 0, stdout: "", stderr: "" });
    spool.add({ "003-cm.yaml": configMap("c") });
    expect(call(spool, ["wait", "--timeout", "0"])).toEqual({ status: 2, stdout: "", stderr: "" });
  });

  test.each([["help"], ["status", "x"], ["wait", "5"], ["wait", "--timeout"]])("%s %s prints the usage", (...args) => {
    const { status, stderr } = call(makeSpool(), args);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "usage: kubeboot.py [status | retry [NAME...] | wait [--timeout SECONDS]]\n",
    });
  });

  test.each([["status"], ["retry"], ["wait"]])("%s says in one line that there is no spool", (...args) => {
    const { status, stderr } = call(makeSpool(), args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^kubeboot: \[Errno 2\] No such file or directory: '.*'\n$/);
  });
});

describeWith([command("python3"), command("timeout", "coreutils")], "the applier", () => {
  test("deletes an applied manifest that holds a Secret, and remembers its name and sha256", async () => {
    const spool = makeSpool();
    const secrets = ["kind: Secret\n", '{"kind":"Secret"}', "kind: List\nitems:\n- 'kind' : \"Secret\"\n"];
    spool.add(Object.fromEntries(secrets.map((text, index) => [`00${index + 1}-s.yaml`, text])));
    spool.add({ "004-cm.yaml": configMap("secret") });
    await finish(spool, { PATH: installClient(spool, "kubectl", "exit 0").PATH });
    expect(spool.list("applied")).toEqual(["004-cm.yaml"]);
    for (const entry of Object.values(spool.status())) expect(entry.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(spool.status())).toHaveLength(4);
  });

  test("ends with a line of the state, and a marker that the next manifest removes", async () => {
    const { spool, PATH } = await makeFailed();
    const marker = join(spool.spool, "done");
    expect(readFileSync(marker, "utf8")).toBe("1 applied, 1 failed\n");
    spool.add({ "003-cm.yaml": configMap("c") });
    const seen = join(spool.folder, "seen");
    writeFileSync(join(spool.folder, "bin/kubectl"), `#!/bin/sh\n[ ! -e ${marker} ] && echo > ${seen}\nexit 0\n`);
    expect(await finish(spool, { PATH })).toMatch(/\nkubeboot: 2 applied, 1 failed\n$/);
    expect(existsSync(seen)).toBe(true);
  });
});
