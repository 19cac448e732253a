import { describe, expect, test } from "vitest";
import { findSshKeyProblem } from "../../src/cloud-config/ssh-key.ts";
import { command, describeWith } from "../support/requirements.ts";
import { cloudInitPackage, runPython, SYSTEM_PYTHON } from "../support/run-python.ts";

const ED25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC6128Bmu6fN1y4RfXYwiG6WWMBd0copVmjV97v33Q7D test";
const ECDSA =
  "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBCMb3koz6IjB2h8pQhwc2ZHO3XQOiSdF1RsdQmXJ9Cdl3f69TsAkcW9rgZPSE7IWPe7x/zIvpnOH3I3zLHh5DCI= test";
const RSA =
  "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC9HwB2ST+5sTOwne33Z4POi/ETIrPRn1tDCiGx7ALWnSYpKLxQIrFBBCocOtRCPX/78sglOXY0ME5uHPJxm+zx2pd4IXchIMuYcQTjsAJUQEZofGYbqQCL2yz0JBwAX4ovk6lOUzD3AakPfhda5BdgocjoP3BawuYnmQipSVihhw== test";
const base64Of = (key: string): string => key.split(" ")[1]!;

const KEYS = [
  ED25519,
  ECDSA,
  RSA,
  `ssh-rsa ${base64Of(RSA)}`,
  `  ssh-rsa\t${base64Of(RSA)}  a comment`,
  `no-pty ${ED25519}`,
  `command="echo \\"a b\\"",no-pty ${RSA}`,
  `from="10.0.0.0/8,192.168.1.1" ${ECDSA}`,
];

const OTHERS: readonly (readonly [what: string, text: string])[] = [
  ["private", `-----BEGIN OPENSSH ${"PRIVATE"} KEY-----`],
  ["private", `-----BEGIN RSA ${"PRIVATE"} KEY-----`],
  ["other-format", "---- BEGIN SSH2 PUBLIC KEY ----"],
  ["not-a-key", "~/.ssh/id_rsa.pub"],
  ["not-a-key", base64Of(RSA)],
  ["not-a-key", "ssh-rsa"],
  ["not-a-key", "gh:someone"],
  ["not-a-key", `ssh-foo ${base64Of(RSA)}`],
  ["not-a-key", `no-pty, no-x11 ${ED25519}`],
  ["broken", "ssh-rsa x"],
  ["broken", ED25519.slice(0, 60)],
  ["broken", ECDSA.slice(0, 100)],
  ["broken", `ssh-rsa ${base64Of(RSA).slice(0, 100)} ${base64Of(RSA).slice(100)}`],
  ["broken", "ssh-rsa AAAAB3NzaC1yc2E="],
  ["other-type", `ssh-rsa ${base64Of(ED25519)}`],
  ["other-type", `ssh-ed25519 ${base64Of(RSA)}`],
];

describe("a key", () => {
  test.each(KEYS)("%s", (text) => {
    expect(findSshKeyProblem(text)).toBeNull();
  });

  test("of a security key has more fields", () => {
    const type = "sk-ssh-ed25519@openssh.com";
    const key = Buffer.concat([field(type), field(Buffer.alloc(32, 1)), field("ssh:")]);
    expect(findSshKeyProblem(`${type} ${key.toString("base64")} me`)).toBeNull();
  });
});

describe("an invalid key", () => {
  test.each(OTHERS)("%s: %s", (what, text) => {
    expect(findSshKeyProblem(text)).toMatchObject({ what });
  });
});

describeWith([cloudInitPackage, command("ssh-keygen", "openssh-client")], "cloud-init and ssh-keygen", () => {
  test("read the same lines", () => {
    const lines = [...KEYS, ...OTHERS.map(([, text]) => text)];
    const read = runPython<boolean>("verify_ssh_keys.py", lines, SYSTEM_PYTHON);
    expect(lines.map((line, index) => ({ line, read: read[index] }))).toEqual(
      lines.map((line) => ({ line, read: findSshKeyProblem(line) === null })),
    );
  });
});

/** A string of the SSH protocol (RFC 4251 section 5). */
function field(text: string | Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text as string)]);
}
