/** What a full disk, and one of the spool alone, leave: nothing is lost without a word, and nothing waits longer than it must. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { command, describeWith, root } from "../support/requirements.ts";
import { makeSpool, type TestSpool } from "./handler-script.ts";
import { configMap, finish, installClient } from "./surroundings.ts";

const TOO_LARGE = "x".repeat(200_000);

/** Gives the spool a disk of its own. */
function mountDisk({ spool }: TestSpool): void {
  mkdirSync(spool);
  expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=160k", "none", spool]).status).toBe(0);
  onTestFinished(() => void spawnSync("umount", [spool]));
}

describeWith([root, command("python3"), command("timeout", "coreutils")], "on a full disk", () => {
  test("a manifest that could not be kept has failed", () => {
    const spool = makeSpool({ mode: "direct" });
    mountDisk(spool);
    const { PATH } = installClient(spool, "kubectl", "exit 0");
    const { stdout } = spool.receive(
      [
        ["text/x-kube-pod", "large.yaml", TOO_LARGE],
        ["text/x-kube-pod", "small.yaml", configMap("small")],
      ],
      { PATH },
    );
    expect(stdout).toContain("kubeboot: cannot take 'large.yaml': [Errno 28] No space left on device\n");
    expect(stdout).toContain("kubeboot: 1 applied, 1 failed\n");
    expect(spool.list("applied")).toEqual(["002-small.yaml"]);
    expect(spool.list("failed")).toEqual(["001-large.yaml"]);
    expect(spool.status()["001-large.yaml"]).toMatchObject({
      state: "failed",
      message: expect.stringMatching(/space/),
    });
  });

  test("the status is complete if there is space again before the last manifest", async () => {
    const spool = makeSpool();
    mountDisk(spool);
    spool.add({ "001-cm.yaml": configMap("one"), "002-cm.yaml": configMap("two") });
    const full = join(spool.spool, "full");
    spawnSync("dd", ["if=/dev/zero", `of=${full}`, "bs=4k"]);
    const { PATH } = installClient(spool, "kubectl", `case "$*" in *002*) : > ${full};; esac`);
    await finish(spool, { PATH });
    expect(Object.values(spool.status()).map(({ state }) => state)).toEqual(["applied", "applied"]);
    expect(existsSync(join(spool.spool, "done"))).toBe(true);
  });

  test("the applier goes on as soon as the server answers, whatever was said before", async () => {
    const spool = makeSpool();
    mountDisk(spool);
    spool.add({ "001-cm.yaml": configMap("one"), "002-cm.yaml": configMap("two") });
    spawnSync("dd", ["if=/dev/zero", `of=${spool.spool}/full`, "bs=4k"]);
    const refuse = (name: string): string => `mkdir ${join(spool.folder, name)} && echo "${name}" && exit 1`;
    const { PATH } = installClient(spool, "kubectl", "exit 0", `${refuse("refused")}; ${refuse("unready")}; exit 0`);
    await finish(spool, { PATH });
    expect(spool.list("applied")).toEqual(["001-cm.yaml", "002-cm.yaml"]);
    rmSync(join(spool.spool, "full"));
    expect(readdirSync(spool.spool).filter((name) => /\.\d+$/.test(name))).toEqual([]);
  });
});
