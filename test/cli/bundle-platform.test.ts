import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { enterSources } from "../support/enter-sources.ts";
import { runCli } from "../support/run-cli.ts";

beforeEach(() => {
  enterSources();
  writeFileSync("big.sh", `#!/bin/sh\n${"echo hello\n".repeat(3000)}`);
});

describe("bundle --platform", () => {
  test("writes nothing over the limit, and reports why and a fix", async () => {
    writeFileSync("out", "old");
    const before = readdirSync(".");
    const run = await runCli(["bundle", "--platform", "ec2", "-o", "out", "big.sh", "a.sh"]);
    expect({ ...run, stdout: run.stdout.toString() }).toEqual({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^kubeboot: error: \d+ bytes exceed the limit of `ec2`, 16384; bundle with `--gzip`, which reduces the blob to \d+ bytes\n$/,
      ),
    });
    expect(readFileSync("out", "utf8")).toBe("old");
    expect(readdirSync(".")).toEqual(before);
  });

  test("accepts aliases in any case", async () => {
    for (const name of ["aws", "AWS", "Ec2"]) {
      expect((await runCli(["bundle", "--platform", name, "big.sh"])).status).toBe(1);
    }
  });

  test("--no-check skips the limit", async () => {
    const { status, stderr } = await runCli(["bundle", "--platform", "ec2", "--no-check", "big.sh"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("warns near the limit, and goes on", async () => {
    writeFileSync("near.sh", `#!/bin/sh\n${"#\n".repeat(7900)}`);
    const { status, stdout, stderr } = await runCli(["bundle", "--platform", "ec2", "near.sh"]);
    expect(status).toBe(0);
    expect((await runCli(["bundle", "--strict", "--platform", "ec2", "near.sh"])).status).toBe(1);
    expect(stderr).toBe(
      `kubeboot: warning: ${stdout.length} bytes are within 10 % of the limit of \`ec2\`, 16384; bundle with \`--gzip=auto\`, which compresses the blob once it exceeds the limit\n`,
    );
  });

  test("without it, a note names the platforms that a blob is too large for", async () => {
    const { status, stderr } = await runCli(["bundle", "big.sh"]);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^kubeboot: note: \d+ bytes exceed the limit of 11 platforms; name yours with `--platform`; [^\n]* ec2, .*, kubevirt\n$/,
    );
  });
});

describe("--gzip", () => {
  test.each([[["--gzip"]], [["-z"]], [["-z", "-o", "-"]], [["--gzip=force"]], [["--platform", "ec2", "--gzip=auto"]]])(
    "%j does not consume the next argument",
    async (args) => {
      const { status, stdout, stderr } = await runCli(["bundle", ...args, "a.sh"]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      const isPlain = args.includes("--gzip=auto");
      expect(stdout.subarray(0, 2).toString("hex")).toBe(isPlain ? "436f" : "1f8b");
    },
  );

  test("combines with other short options", async () => {
    const { stdout } = await runCli(["bundle", "-zb", "a.sh"]);
    expect(stdout).toEqual((await runCli(["bundle", "--gzip", "--base64", "a.sh"])).stdout);
  });

  test("=auto compresses what would not fit, and reports it", async () => {
    const args = ["--platform", "ec2", "--gzip=auto"];
    const { stdout, stderr } = await runCli(["bundle", ...args, "big.sh", "-o", "out", "--json"]);
    expect(JSON.parse(stdout.toString())).toMatchObject({ layers: ["gzip"], findings: [{ code: "gzip-added" }] });
    expect(stderr).toBe("kubeboot: note: compressed, because it does not fit `ec2` otherwise\n");
    expect(readFileSync("out")).toEqual((await runCli(["bundle", "-z", "big.sh"])).stdout);
  });

  test("=auto does not write compressed data to a terminal either", async () => {
    const args = ["bundle", "--platform", "ec2", "--gzip=auto"];
    expect((await runCli([...args, "big.sh"], { tty: true })).status).toBe(2);
    expect((await runCli([...args, "a.sh"], { tty: true })).status).toBe(0);
  });

  test.each([
    [["--gzip=auto"], "gzip=auto needs a platform: set platform (--platform)"],
    [["--gzip", "auto"], "`auto` is taken for a source, and there is no such file: write --gzip=auto"],
    [["-z", "force"], "`force` is taken for a source, and there is no such file: write --gzip=force"],
    [["--gzip=maybe"], "unknown option '--gzip=maybe'"],
    [["--gzip="], "unknown option '--gzip='"],
    [["--platform", "nowhere"], 'unknown platform "nowhere": use one of openstack, ec2, '],
    [
      ["--platform", "nova", "-z"],
      "gzip is not safe on openstack: Neutron since 2025.1 fails to serve it (Launchpad 2120723); gzip=force compresses anyway",
    ],
    [["--platform", "digitalocean", "--gzip"], "gzip is not safe on digitalocean: it accepts only plain text; "],
    [
      ["--platform", "hcloud", "--gzip=auto", "--no-base64"],
      "a gzipped blob needs base64 on hetzner: leave out base64=false (--no-base64)",
    ],
  ])("rejects %j", async (args, message) => {
    const { status, stdout, stderr } = await runCli(["bundle", ...args, "a.sh"]);
    expect({ status, bytes: stdout.length }).toEqual({ status: 2, bytes: 0 });
    expect(stderr.startsWith(`kubeboot: error: ${message}`)).toBe(true);
  });

  test("=force does what is rejected, and reports it", async () => {
    const { status, stdout, stderr } = await runCli(["bundle", "--platform", "nova", "-z", "--gzip=force", "a.sh"]);
    expect(status).toBe(0);
    expect(stdout.subarray(0, 2).toString("hex")).toBe("1f8b");
    expect(stderr).toMatch(/^kubeboot: note: compressed as requested, .*Launchpad 2120723\)\n$/);
  });
});

describe("the outer base64", () => {
  test.each<[string[], string[]]>([
    [["--platform", "linode"], ["base64"]],
    [["--platform", "linode", "--no-base64"], []],
    [["--platform", "ec2"], []],
    [["--platform", "ec2", "-b"], ["base64"]],
    [
      ["--platform", "hetzner", "-z"],
      ["base64", "gzip"],
    ],
    [
      ["--platform", "vmware", "-z"],
      ["base64", "gzip"],
    ],
    [
      ["-b", "-z"],
      ["base64", "gzip"],
    ],
    [["--no-base64"], []],
  ])("%j: layers %j", async (args, layers) => {
    const { status, stdout } = await runCli(["bundle", ...args, "-o", "out", "--json", "a.sh"]);
    expect({ status, layers: JSON.parse(stdout.toString()).layers }).toEqual({ status: 0, layers });
  });
});
