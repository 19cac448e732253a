/** The part handler alone: its result for every kind of part, and that it never raises. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { command, describeWith, root } from "../support/requirements.ts";
import { makeSpool, type Call } from "./handler-script.ts";

const HOSTILE_NAMES = [
  "../../etc/cron.d/x",
  "a\nb\n",
  "x".repeat(300),
  "",
  null,
  "..",
  "/",
  "$(reboot)`reboot`.yaml",
  "häßlich 名前.yaml",
  "-f",
  ".hidden",
];

describeWith([command("python3"), command("timeout", "coreutils")], "the part handler", () => {
  test("stores text and bytes exactly, in order of arrival, readable only by root", () => {
    const { spool, receive, list } = makeSpool();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const parts: Call[] = [
      ["text/x-kube-service", "b.yaml", "é\r\n\u2028no end"],
      ["text/x-kube-pod", "a.yaml", bytes],
    ];
    expect(receive(parts)).toMatchObject({ status: 0, stderr: "" });
    const [first, second] = ["pending", "applied", "failed"].flatMap((state) =>
      list(state as "pending").map((name) => readFileSync(join(spool, state, name))),
    );
    expect(first).toEqual(Buffer.from("é\r\n\u2028no end"));
    expect(second).toEqual(Buffer.from(bytes));
    for (const folder of ["", "pending", "applied", "failed"]) {
      expect(statSync(join(spool, folder)).mode & 0o777).toBe(0o700);
    }
    expect(statSync(join(spool, "kubeboot.py")).mode & 0o777).toBe(0o600);
  });

  test("converts hostile names into plain ones inside the spool", () => {
    const { folder, spool, receive } = makeSpool({ mode: "directory" });
    const parts = HOSTILE_NAMES.map((name): Call => ["text/x-kube-manifest", name, `# ${name}`]);
    expect(receive(parts)).toMatchObject({ status: 0, stderr: "" });
    const names = readdirSync(spool).toSorted();
    expect(names).toHaveLength(HOSTILE_NAMES.length);
    names.forEach((name, index) => {
      expect(name).toMatch(/^\d{3}-[a-z0-9.-]{0,99}$/);
      expect(readFileSync(join(spool, name), "utf8")).toBe(`# ${HOSTILE_NAMES[index]}`);
      expect(statSync(join(spool, name)).mode & 0o777).toBe(0o600);
    });
    expect(readdirSync(folder).toSorted()).toEqual(["handler.py", "spool"]);
  });

  test("separates another instance's spool", () => {
    const { folder, spool, receive } = makeSpool();
    receive([["text/x-kube-pod", "old.yaml", "old"]]);
    const mark = readdirSync(spool).find((name) => name.startsWith("of-")) ?? "";
    renameSync(join(spool, mark), join(spool, "of-another"));
    expect(receive([["text/x-kube-pod", "new.yaml", "new"]])).toMatchObject({ status: 0, stderr: "" });
    const apart = readdirSync(folder).find((name) => /^spool-\d+$/.test(name)) ?? "";
    expect(existsSync(join(folder, apart, "of-another"))).toBe(true);
    const kept = ["pending", "applied", "failed"].flatMap((state) => readdirSync(join(folder, apart, state)));
    expect(kept).toContain("001-old.yaml");
    expect(readdirSync(join(spool, "pending")).concat(readdirSync(join(spool, "failed")))).not.toContain(
      "001-old.yaml",
    );
  });

  test("reports the error and goes on if nothing can be written", () => {
    const { spool, receive } = makeSpool();
    mkdirSync(dirname(spool), { recursive: true });
    writeFileSync(spool, "a file where the spool should be");
    const { status, stdout, stderr } = receive([["text/x-kube-pod", "pod.yaml", "pod"]]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("kubeboot: cannot take 'pod.yaml': [Errno");
  });

  test.each(["", "pending", "failed"])("replaces a link in the place of the spool's folder %j", (folder) => {
    const { folder: outside, spool, receive, list } = makeSpool();
    const target = join(outside, "target");
    mkdirSync(target, { mode: 0o755 });
    if (folder !== "") mkdirSync(spool);
    symlinkSync(target, join(spool, folder).replace(/\/$/, ""));
    expect(receive([["text/x-kube-pod", "pod.yaml", "pod"]])).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(target)).toEqual([]);
    expect(statSync(target).mode & 0o777).toBe(0o755);
    expect(lstatSync(join(spool, folder)).isDirectory()).toBe(true);
    expect([...list("pending"), ...list("applied"), ...list("failed")]).toContain("001-pod.yaml");
  });

  describeWith([root], "on a full disk", () => {
    test("says which manifest it cannot keep, and does not fail", () => {
      const { spool, receive } = makeSpool({ mode: "directory" });
      mkdirSync(spool);
      expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=16k", "none", spool]).status).toBe(0);
      onTestFinished(() => void spawnSync("umount", [spool]));
      spawnSync("dd", ["if=/dev/zero", `of=${spool}/full`, "bs=4k"]);
      const { status, stdout, stderr } = receive([["text/x-kube-pod", "pod.yaml", "pod"]]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toBe("kubeboot: cannot take 'pod.yaml': [Errno 28] No space left on device\n");
      expect(readdirSync(spool)).toEqual(["full"]);
    });
  });
});
