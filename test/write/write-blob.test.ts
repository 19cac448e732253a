/** Limits and layers, as users of the library see them. */
import { describe, expect, test } from "vitest";
import { describeFinding } from "../../src/cli/render.ts";
import { createBundle, KubebootError, type Bundle, type BundleOptions } from "../../src/index.ts";
import { PLATFORMS } from "../../src/platforms/platforms.ts";
import { makeSourceFor } from "../support/exact-blob.ts";

const SCRIPT = { name: "a.sh", content: "#!/bin/sh\n" };

async function bundleOf(bytes: number, options: BundleOptions): Promise<Bundle> {
  return createBundle([await makeSourceFor(bytes)], options);
}

/** Only the findings about limits. */
async function limitsOf(bytes: number, options: BundleOptions): Promise<string[]> {
  const findings = await bundleOf(bytes, options).then(
    (bundle) => bundle.findings,
    (error: KubebootError) => error.findings,
  );
  return findings.filter(({ code }) => code.startsWith("limit")).map(({ severity, code }) => `${severity} ${code}`);
}

async function errorOf(bytes: number, options: BundleOptions): Promise<KubebootError> {
  const error: unknown = await bundleOf(bytes, options).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "KubebootError", code: "invalid" });
  return error as KubebootError;
}

const codesOf = ({ findings }: Bundle): string[] => findings.map(({ code }) => code);

/** Each platform with a limit, and the most bytes that it accepts, not counting an outer base64. */
const LIMITED = PLATFORMS.flatMap(({ name, limit, measuredOn }) => {
  if (typeof limit !== "number") return [];
  return [[name, measuredOn === "base64" ? Math.floor(limit / 4) * 3 : limit] as const];
});

describe("the limit of a platform", () => {
  test.each(LIMITED.filter(([name]) => name !== "linode"))(
    "%s: %i bytes fit, one more does not",
    async (name, most) => {
      expect(await limitsOf(most, { platform: name })).toEqual(["warning limit-near"]);
      expect(await limitsOf(most + 1, { platform: name })).toEqual(["error limit-exceeded"]);
      expect(await limitsOf(most + 1, { platform: name, check: false })).toEqual([]);
    },
  );

  test("is a warning if its confidence is low", async () => {
    expect(await limitsOf(16_384, { platform: "linode" })).toEqual(["warning limit-near"]);
    expect(await limitsOf(16_385, { platform: "linode" })).toEqual(["warning limit-doubtful"]);
  });

  test.each([
    ["azure", 58_981, []],
    ["azure", 58_982, ["warning limit-near"]],
    ["nocloud", 100_000, []],
    ["vultr", 100_000, []],
    ["ec2", 300, []],
  ])("%s, %i bytes: %j", async (platform, bytes, expected) => {
    expect(await limitsOf(bytes, { platform })).toEqual(expected);
  });

  test("counts compressed bytes", async () => {
    expect(await limitsOf(60_000, { platform: "ec2", gzip: true })).toEqual([]);
    expect(await limitsOf(60_000, { platform: "ec2", gzip: true, base64: true })).toEqual([]);
  });

  test.each([
    ["ec2", 16_384, []],
    ["ec2", 16_385, ["note limits-exceeded"]],
  ])("without a platform, %s is named from %i bytes: %j", async (name, bytes, expected) => {
    expect(await limitsOf(bytes, {})).toEqual(expected);
    expect(await limitsOf(bytes, { check: false })).toEqual([]);
    const note = (await bundleOf(bytes, {})).findings.find(({ code }) => code === "limits-exceeded");
    expect(note?.hint?.includes(name) ?? false).toBe(expected.length > 0);
  });

  test("without a platform, names all that it is too large for", async () => {
    const [note] = (await bundleOf(40_000, {})).findings;
    expect(note).toMatchObject({
      message: "40000 bytes exceed the limit of 11 platforms",
      hint: "name yours with `--platform`; the limit is lower on ec2, eks, ec2-launch-configuration, image-builder, hetzner, oci, alibaba, linode, exoscale, cloudstack, kubevirt",
    });
  });
});

describe("a blob that is too large", () => {
  const largest = [
    { name: "c.bin", type: "application/octet-stream", content: Buffer.alloc(3000) },
    { name: "a.sh", content: `#!/bin/sh\n${"a\n".repeat(8000)}` },
    { name: "d.sh", content: `#!/bin/sh\n${"d\n".repeat(5)}` },
    { name: "b.sh", content: `#!/bin/sh\n${"b\n".repeat(2000)}` },
  ];

  test.each<[string, BundleOptions, RegExp]>([
    [
      "ec2",
      {},
      /^\d+ bytes exceed the limit of `ec2`, 16384; bundle with `--gzip`, which reduces the blob to \d+ bytes$/,
    ],
    ["eks", {}, /; `--gzip` reduces the blob to \d+ bytes, but managed node groups take only MIME, unless /],
    ["kubevirt", {}, /; bundle with `--gzip`, which reduces the blob to \d+ bytes$/],
    [
      "openstack",
      {},
      /^\d+ bytes of base64 exceed the limit of `openstack`, 65535; shorten `[^`]+` \(\d+ bytes\) or `a\.sh` \(16010 bytes\), or list .*, but Neutron since 2025\.1 fails to serve it/,
    ],
    ["openstack", { gzip: "auto" }, /, but Neutron since 2025\.1 fails to serve it/],
    ["ibm", {}, /; `--gzip` reduces the blob to \d+ bytes, if `ibm` accepts gzip$/],
  ])("%s, %j: names the largest parts and what gzip would save", async (platform, options, words) => {
    const more = ["ec2", "eks", "kubevirt"].includes(platform) ? [] : [await makeSourceFor(70_000)];
    const error: unknown = await createBundle([...largest, ...more], { platform, ...options }).catch(
      (thrown: unknown) => thrown,
    );
    const findings = (error as KubebootError).findings.filter(({ severity }) => severity === "error");
    expect(findings).toMatchObject([{ code: "limit-exceeded" }]);
    expect(findings.map(describeFinding)).toEqual([expect.stringMatching(words)]);
  });

  test("names neither kubeboot's own part handler nor what is small", async () => {
    const map = { name: "map.yaml", content: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n" };
    const script = { name: "a.sh", content: `#!/bin/sh\n${"a\n".repeat(30_000)}` };
    const error: unknown = await createBundle([map, script], { platform: "openstack" }).catch(
      (thrown: unknown) => thrown,
    );
    const found = (error as KubebootError).findings.find(({ code }) => code === "limit-exceeded");
    expect(found?.hint).toMatch(/^shorten `a\.sh` \(60010 bytes\), or list /);
  });

  test("reports the real size with gzip", async () => {
    const { bytes } = await bundleOf(40_000, { platform: "hetzner", gzip: true });
    const [finding] = (await errorOf(40_000, { platform: "hetzner" })).findings;
    expect(finding?.hint).toContain(`\`--gzip\`, which reduces the blob to ${bytes.length} bytes`);
  });

  test("reports if gzip does not help", async () => {
    const noise = { name: "n", type: "application/octet-stream", content: makeNoise(20_000) };
    const tell = (options: BundleOptions): Promise<unknown> =>
      createBundle([noise], { platform: "ec2", ...options }).catch((error: KubebootError) => error.findings.at(-1));
    expect(await tell({})).toMatchObject({ hint: expect.stringMatching(/ to \d+ bytes, which is still too much$/) });
    expect(await tell({ gzip: true })).toMatchObject({
      hint: expect.stringContaining("; the blob is already compressed"),
    });
  });
});

/** Bytes that gzip can't compress (xorshift32). */
function makeNoise(size: number): Buffer {
  let state = 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  };
  return Buffer.from(Array.from({ length: size }, next));
}

describe("gzip: auto", () => {
  test.each([
    ["ec2", 16_384, [], []],
    ["ec2", 16_385, ["gzip"], ["gzip-added"]],
    ["azure", 65_536, ["gzip"], ["gzip-added", "gzip-not-text"]],
    ["hetzner", 32_769, ["base64", "gzip"], ["gzip-added", "base64-for-gzip"]],
    ["cloudstack", 24_576, ["base64"], ["base64-added"]],
    ["openstack", 49_149, [], ["limit-near"]],
    ["cloudstack", 24_577, ["base64", "gzip"], ["gzip-added", "base64-added"]],
    ["linode", 16_385, ["base64", "gzip"], ["gzip-added", "base64-added"]],
    ["kubevirt", 2049, ["base64", "gzip"], ["gzip-added", "base64-for-gzip"]],
    ["nocloud", 100_000, [], []],
  ])("%s, %i bytes: layers %j, findings %j", async (platform, bytes, layers, codes) => {
    const bundle = await bundleOf(bytes, { platform, gzip: "auto" });
    expect({ layers: bundle.layers, codes: codesOf(bundle) }).toEqual({ layers, codes });
    const same = await bundleOf(bytes, { platform, gzip: layers.includes("gzip") });
    expect(Buffer.from(bundle.bytes)).toEqual(Buffer.from(same.bytes));
  });

  test("never compresses if that is unsafe", async () => {
    await errorOf(60_000, { platform: "openstack", gzip: "auto" });
    const { layers } = await bundleOf(60_000, { platform: "openstack", gzip: "auto", check: false });
    expect(layers).toEqual([]);
  });

  test("composes for the layers that it writes", async () => {
    const lines = Array.from({ length: 500 }, (_, index) => `é→é→ ${(index * 7919) % 1000} é→é→\n`);
    const text = { name: "a.sh", content: `#!/bin/sh\n${lines.join("")}` };
    const [plain, auto] = [await createBundle([text]), await createBundle([text], { platform: "ec2", gzip: "auto" })];
    const fitting = await createBundle([text], { platform: "azure", gzip: "auto" });
    expect([plain, auto, fitting].map(({ parts }) => parts[0]?.transferEncoding)).toEqual([
      "base64",
      "quoted-printable",
      "base64",
    ]);
  });
});

describe("layers", () => {
  test.each<[BundleOptions, string[], string[]]>([
    [{}, [], []],
    [{ gzip: true }, ["gzip"], []],
    [{ gzip: "force" }, ["gzip"], []],
    [{ base64: true, gzip: true }, ["base64", "gzip"], []],
    [{ platform: "ec2" }, [], []],
    [{ platform: "ec2", base64: true }, ["base64"], []],
    [{ platform: "ec2", gzip: "force" }, ["gzip"], []],
    [{ platform: "azure", gzip: true }, ["gzip"], ["gzip-not-text"]],
    [{ platform: "azure", gzip: true, base64: true }, ["base64", "gzip"], []],
    [{ platform: "openstack", gzip: "force" }, ["gzip"], ["gzip-unsafe"]],
    [{ platform: "linode" }, ["base64"], ["base64-added"]],
    [{ platform: "linode", base64: true }, ["base64"], []],
    [{ platform: "linode", base64: false }, [], []],
    [{ platform: "hetzner", gzip: true }, ["base64", "gzip"], ["base64-for-gzip"]],
    [{ platform: "hetzner", gzip: "force", base64: false }, ["gzip"], []],
    [{ platform: "gce" }, [], []],
    [{ platform: "gce", base64: true }, ["base64"], ["base64-mark"]],
    [{ platform: "gce", gzip: true }, ["base64", "gzip"], ["base64-mark"]],
    [{ platform: "vmware" }, ["base64"], ["base64-mark"]],
    [{ platform: "ovh", gzip: true }, ["gzip"], []],
  ])("%j: %j, findings %j", async (options, layers, codes) => {
    const bundle = await createBundle([SCRIPT], options);
    expect({ layers: bundle.layers, codes: codesOf(bundle) }).toEqual({ layers, codes });
    const inside = layers[0] === "base64" ? Buffer.from(Buffer.from(bundle.bytes).toString(), "base64") : bundle.bytes;
    const start = layers.includes("gzip") ? "1f8b" : Buffer.from("Cont").toString("hex");
    expect(Buffer.from(inside).toString("hex").startsWith(start)).toBe(true);
  });

  test.each<[BundleOptions, string]>([
    [{ platform: "vmware" }, "guestinfo.userdata.encoding=base64"],
    [{ platform: "vmware", gzip: true }, "guestinfo.userdata.encoding=gzip+base64"],
    [{ platform: "gcp", gzip: true }, "user-data-encoding=base64"],
  ])("%j: says to set %s", async (options, mark) => {
    const { findings } = await createBundle([SCRIPT], options);
    expect(findings).toMatchObject([{ severity: "note", hint: expect.stringContaining(`\`${mark}\``) }]);
  });

  test.each(PLATFORMS.filter(({ encoding }) => encoding === "base64").map(({ name }) => name))(
    "%s gets base64 by default",
    async (name) => {
      expect((await createBundle([SCRIPT], { platform: name })).layers).toEqual(["base64"]);
    },
  );
});
