/** Bundles in a real cloud-init: every byte arrives, in the listed order, without a warning. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createBundle, type BundleOptions, type SourceInput } from "../../src/index.ts";
import { describeWith } from "../support/requirements.ts";
import { BOOT_REQUIREMENTS, bootWell, useRoot } from "./boot-well.ts";
import { RECORDING_COMMAND, readRecording } from "./recording-command.ts";

const EXAMPLE = ["examples/dbserver/dbserver.yaml", "examples/dbserver/disable-selinux.sh"];

const SCRIPTS = "/var/lib/cloud/instances/first/scripts";

/** The part handler needs the machine's services and its client; disable-selinux.sh needs SELinux. */
const MACHINE = {
  "/usr/local/bin/kubectl": RECORDING_COMMAND,
  "/usr/local/bin/systemctl": RECORDING_COMMAND,
  "/usr/local/bin/setenforce": RECORDING_COMMAND,
  "/etc/selinux/config": "# how strict\nSELINUX=enforcing\nSELINUXTYPE=targeted\n",
};

/** A user's part handler, which saves the payload of each part as a file. */
const KEEPING_HANDLER = {
  name: "keep.py",
  content: `#part-handler
import os

def list_types():
    return ["text/x-kept", "application/x-kept"]

def handle_part(data, ctype, filename, payload):
    os.makedirs("/var/lib/kept", exist_ok=True)
    if ctype not in ("__begin__", "__end__"):
        with open("/var/lib/kept/" + filename, "wb") as stream:
            stream.write(payload if isinstance(payload, bytes) else payload.encode("utf-8"))
`,
};

async function makeBlob(inputs: readonly SourceInput[], options: BundleOptions = {}): Promise<Uint8Array> {
  const { bytes } = await createBundle(inputs, { handler: "none", ...options });
  return bytes;
}

function script(name: string): SourceInput {
  return { name, content: `#!/bin/sh\necho ${name} >> /var/lib/said\n` };
}

describeWith(BOOT_REQUIREMENTS, "a boot", () => {
  test.each([
    { form: "plain", options: {} },
    { form: "gzip", options: { gzip: true } },
  ])("of the dbserver example, $form: kubectl gets the pod and the script runs", async ({ options }) => {
    const root = await useRoot({ files: MACHINE });
    await bootWell(root, await makeBlob(EXAMPLE, { handler: "direct", ...options }));
    expect(readRecording(root, "kubectl").files).toEqual([readFileSync("examples/dbserver/dbserver.yaml")]);
    expect(readFileSync(root.path(`${SCRIPTS}/disable-selinux.sh`))).toEqual(
      readFileSync("examples/dbserver/disable-selinux.sh"),
    );
    expect(readRecording(root, "setenforce").calls).toEqual(["0"]);
    expect(readFileSync(root.path("/etc/selinux/config"), "utf8")).toContain("\nSELINUX=permissive\n");
  });

  test("runs scripts in the listed order, whatever their names", async () => {
    const root = await useRoot();
    const scripts = [script("zebra.sh"), script("apple.sh"), script("mango.sh")];
    await bootWell(root, await makeBlob(scripts));
    expect(readFileSync(root.path("/var/lib/said"), "utf8")).toBe("zebra.sh\napple.sh\nmango.sh\n");
  });

  test("runs a script in UTF-8 as it was written", async () => {
    const root = await useRoot();
    const utf8 = { name: "utf8.sh", content: "#!/bin/sh\n# é → 日本 🎉\nprintf 'é → 日本 🎉 =3D' > /var/lib/said" };
    await bootWell(root, await makeBlob([utf8]));
    expect(readFileSync(root.path(`${SCRIPTS}/utf8.sh`), "utf8")).toBe(utf8.content);
    expect(readFileSync(root.path("/var/lib/said"), "utf8")).toBe("é → 日本 🎉 =3D");
  });

  test.each([
    { kind: "text", type: "text/x-kept", content: Buffer.from("é → 🎉 = tab\t, blanks  \n".repeat(8_000)) },
    { kind: "binary", type: "application/x-kept", content: Buffer.from(Uint8Array.from({ length: 200_000 }, hash)) },
    { kind: "CRLF text", type: "text/x-kept", content: Buffer.from("one\r\ntwo\rthree\n\n.\nFrom me\r\n--\r\nno end") },
  ])("delivers $kind of a custom type, every byte", async ({ type, content }) => {
    const root = await useRoot();
    await bootWell(root, await makeBlob([KEEPING_HANDLER, { name: "kept", content, type }]));
    expect(readFileSync(root.path("/var/lib/kept/kept")).equals(content)).toBe(true);
  });
});

/** Bytes of every value in pseudo-random order: Knuth's multiplicative hash. */
function hash(_: unknown, index: number): number {
  return Math.imul(index, 2_654_435_761) >>> 24;
}
