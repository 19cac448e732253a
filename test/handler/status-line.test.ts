/** What the applier says of itself elsewhere than in the journal: in `systemctl status`, and on the console. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { command, describeWith } from "../support/requirements.ts";
import { makeSpool, type TestSpool } from "./handler-script.ts";
import { configMap, finish, installClient, until } from "./surroundings.ts";

/** Binds a datagram socket, then prints what arrives, or fills it so that nothing more can arrive, or closes it. */
const RECEIVER = `
import socket, sys, time
address = sys.argv[2].replace("@", "\\0", 1)
receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
receiver.bind(address)
if sys.argv[1] == "full":
    sender = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    sender.setblocking(False)
    try:
        while True:
            sender.sendto(b"x", address)
    except OSError:
        pass
if sys.argv[1] == "closed":
    receiver.close()
print("bound")
while sys.argv[1] == "read":
    print(receiver.recv(4096).decode())
time.sleep(600)
`;

/** Starts a receiver, which is killed when the test ends. Returns the lines that it has printed. */
async function listen(address: string, kind: "read" | "full" | "closed" = "read"): Promise<() => string[]> {
  const child = spawn("python3", ["-uc", RECEIVER, kind, address], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  await until(() => output.startsWith("bound\n"));
  return () => output.split("\n").slice(1, -1);
}

function send(address: string, text: string): void {
  const script =
    "import socket,sys; socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(sys.argv[2].encode(), sys.argv[1])";
  expect(spawnSync("python3", ["-c", script, address, text]).status).toBe(0);
}

/** Two manifests, of which the client refuses the first; a server answers as soon as there is a file `up`. */
function makeWork(): { spool: TestSpool; PATH: string; calls: () => string[] } {
  const spool = makeSpool();
  spool.add({ "001-bad.yaml": configMap("a"), "002-good.yaml": configMap("b") });
  const refusal = `case "$*" in *bad*) echo 'The Pod "é" is invalid: spec'; exit 1;; esac; echo "configmap/b created"`;
  const action = `echo "socket:$NOTIFY_SOCKET" >> ${spool.folder}/calls; ${refusal}`;
  const probe = `[ -e ${spool.folder}/up ] || { echo "error: not yet"; exit 1; }; exit 0`;
  return { spool, ...installClient(spool, "kubectl", action, probe) };
}

function answer({ folder }: TestSpool): void {
  writeFileSync(join(folder, "up"), "");
}

describeWith([command("python3"), command("timeout", "coreutils")], "the applier", () => {
  describe("under systemd", () => {
    test.each([
      { kind: "a path", prefix: "" },
      { kind: "an abstract address", prefix: "@" },
    ])("says at $kind how far it is, and its client knows nothing of it", async ({ prefix }) => {
      const { spool, PATH, calls } = makeWork();
      const address = `${prefix}${spool.folder}/notify`;
      const lines = await listen(address);
      const finished = finish(spool, { PATH, NOTIFY_SOCKET: address });
      await until(() => lines().length > 0);
      answer(spool);
      await finished;
      await until(() => lines().at(-1)!.endsWith("done"));
      expect([...new Set(lines())]).toEqual([
        "STATUS=0 applied, 0 failed, 2 pending: waiting for a server: error: not yet",
        'STATUS=0 applied, 1 failed, 1 pending: 001-bad.yaml failed: The Pod "é" is invalid: spec',
        "STATUS=1 applied, 1 failed, 0 pending: 002-good.yaml applied: configmap/b created",
        "STATUS=1 applied, 1 failed, 0 pending: done",
      ]);
      expect(calls().filter((line) => line.startsWith("socket:"))).toEqual(["socket:", "socket:"]);
    });

    test("says again what it waits for when it was restarted", async () => {
      const { spool, PATH } = makeWork();
      const address = join(spool.folder, "notify");
      const first = spool.start({ PATH });
      await until(() => existsSync(join(spool.spool, "status.json")));
      first.kill("SIGKILL");
      const lines = await listen(address);
      spool.start({ PATH, NOTIFY_SOCKET: address });
      await until(() => lines().length > 0);
      expect(lines()[0]).toBe("STATUS=0 applied, 0 failed, 2 pending: waiting for a server: error: not yet");
    });

    test.each(["missing", "closed", "full"] as const)("works with a socket that is %s", async (kind) => {
      const { spool, PATH } = makeWork();
      const address = join(spool.folder, "notify");
      if (kind !== "missing") await listen(address, kind);
      answer(spool);
      await finish(spool, { PATH, NOTIFY_SOCKET: address });
      expect(spool.list("applied")).toEqual(["002-good.yaml"]);
    });

    test("that the boot waits for, does not use cloud-init's socket", async () => {
      const spool = makeSpool({ mode: "direct" });
      const { PATH } = installClient(spool, "kubectl", "exit 0");
      const address = join(spool.folder, "notify");
      const lines = await listen(address);
      const parts = [["text/x-kube-pod", "p.yaml", "#kube-pod\n"]] as const;
      expect(spool.receive(parts, { PATH, NOTIFY_SOCKET: address })).toMatchObject({ status: 0 });
      expect(spool.list("applied")).toEqual(["001-p.yaml"]);
      send(address, "the end");
      await until(() => lines().length > 0);
      expect(lines()).toEqual(["the end"]);
    });
  });

  describe("at its end", () => {
    test("writes one line to the console", async () => {
      const { spool, PATH } = makeWork();
      writeFileSync(spool.console, "");
      answer(spool);
      await finish(spool, { PATH });
      expect(readFileSync(spool.console, "utf8")).toBe("kubeboot: 1 applied, 1 failed\n");
    });

    test("does not wait for a console that nobody reads", async () => {
      const { spool, PATH } = makeWork();
      expect(spawnSync("mkfifo", [spool.console]).status).toBe(0);
      answer(spool);
      expect(await finish(spool, { PATH })).toMatch(/kubeboot: 1 applied, 1 failed\n$/);
      expect(existsSync(join(spool.spool, "done"))).toBe(true);
    });

    test("makes no file in the place of a console that does not exist", async () => {
      const { spool, PATH } = makeWork();
      answer(spool);
      await finish(spool, { PATH });
      expect(existsSync(spool.console)).toBe(false);
    });
  });
});
