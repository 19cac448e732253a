/** Tests of the boot environment: what it guarantees to the suites that use it, and to the machine. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { describeWith } from "../support/requirements.ts";
import { BOOT_REQUIREMENTS, bootWell, useRoot } from "./boot-well.ts";
import { makeCloudInitRoot } from "./cloud-init-root.ts";

const SCRIPT = Buffer.from('#!/bin/sh\necho ran >> /var/lib/ran\necho "$COLOR" > /var/lib/color\n');

describeWith(BOOT_REQUIREMENTS, "a temporary root", () => {
  test("boots again: a script runs once for each instance", async () => {
    const root = await useRoot();
    const counts = [];
    for (const instanceId of ["first", "first", "second"]) {
      await bootWell(root, SCRIPT, instanceId);
      counts.push(readFileSync(root.path("/var/lib/ran"), "utf8").split("ran\n").length - 1);
    }
    expect(counts).toEqual([1, 1, 2]);
  });

  test("passes the environment to the scripts too", async () => {
    const root = await useRoot({ environment: { COLOR: "green" } });
    await bootWell(root, SCRIPT);
    expect(readFileSync(root.path("/var/lib/color"), "utf8")).toBe("green\n");
  });

  test("keeps /run and /tmp between commands and empties them on boot", async () => {
    const root = await useRoot();
    await bootWell(root, SCRIPT);
    await root.run(["touch", "/run/mark", "/tmp/mark"]);
    expect(await root.run(["ls", "/run/mark", "/tmp/mark"])).toMatchObject({ status: 0 });
    expect(readFileSync(root.path("/tmp/mark"), "utf8")).toBe("");
    await bootWell(root, SCRIPT);
    expect(readdirSync(root.path("/tmp/"))).toEqual([]);
    expect(await root.run(["ls", "/run/mark"])).toMatchObject({ status: 2 });
  });

  test("has the given files, and not the absent ones", async () => {
    const root = await useRoot({
      files: { "/usr/local/bin/greet": "#!/bin/sh\necho hello $1", "/etc/greeting": "text" },
      absent: ["/usr/bin/systemctl", "/usr/bin/no-such-command"],
    });
    expect(await root.run(["greet", "you"])).toEqual({ status: 0, stdout: "hello you\n", stderr: "" });
    expect(await root.run(["test", "-x", "/etc/greeting"])).toMatchObject({ status: 1 });
    expect(await root.run(["sh", "-c", "command -v systemctl"])).toMatchObject({ status: 127 });
  });

  test("reports cloud-init's warnings and a failed stage", async () => {
    const root = await useRoot();
    const { warnings } = await root.boot(Buffer.from("#cloud-config\n- no\n- mapping\n"));
    expect(warnings.join("\n")).toContain("Failed at merging in cloud config part");
    const { stages } = await root.boot(Buffer.from("MIME-Version: 1.0\n\n\xe9\n", "latin1"), "second");
    expect(stages.map(({ status }) => status)).toContain(1);
  });

  describe("reaches a server on the machine's loopback", () => {
    test.each([
      { network: "host", status: 0 },
      { network: "none", status: 1 },
    ] as const)("with network $network: $status", async ({ network, status }) => {
      const server = createServer((_, response) => response.end("here"));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      onTestFinished(() => void server.close());
      const { port } = server.address() as AddressInfo;
      const root = await useRoot({ network });
      const code = `import urllib.request as r; print(r.urlopen("http://127.0.0.1:${port}").read().decode())`;
      expect(await root.run(["/usr/bin/python3", "-c", code])).toMatchObject({ status });
    });
  });

  test("leaves the machine as it was", async () => {
    const before = hostname();
    const root = await makeCloudInitRoot();
    const folder = dirname(root.path("/"));
    expect(existsSync(folder)).toBe(true);
    try {
      expect(await root.run(["sh", "-c", "hostname other; rm -r /etc; hostname"])).toMatchObject({ stdout: "other\n" });
    } finally {
      root.remove();
    }
    expect(existsSync(folder)).toBe(false);
    expect(existsSync("/etc/passwd")).toBe(true);
    expect(hostname()).toBe(before);
    expect(readFileSync("/proc/self/mounts", "utf8")).not.toContain(folder);
  });
});
