import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { createFleet, KubebootError, writeFleet, type FleetDescription, type FleetRecord } from "../../src/index.ts";
import { enterFolder, makeFolder } from "../support/make-folder.ts";

beforeEach(() => enterFolder(makeFolder({ "host.cfg.j2": "#cloud-config\nhostname: {{ name }}-{{ tag }}\n" })));

const describeFleet = (names: string, more: object = {}): FleetDescription => ({
  sources: ["host.cfg.j2"],
  values: { tag: 1 },
  roles: { a: {} },
  nodes: { [names]: { role: "a" } },
  ...more,
});

const readRecord = (): FleetRecord => JSON.parse(readFileSync("out/fleet.json", "utf8")) as FleetRecord;

async function write(description: FleetDescription, options = {}) {
  return writeFleet(await createFleet(description), { directory: "out", ...options });
}

const listFiles = (): string[] =>
  readdirSync("out", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();

const inodes = (): number[] => listFiles().map((file) => statSync(file).ino);

const nodes = (tag: number) => ({ nodes: { x1: { role: "a", tag: 1 }, x2: { role: "a", tag } } });

describe("writeFleet", () => {
  test("writes private files and a record", async () => {
    const { states } = await write(describeFleet("x[1-2]", { platform: "nocloud" }));
    expect(states).toEqual({ x1: "new", x2: "new" });
    expect(listFiles()).toEqual([
      "out/fleet.json",
      "out/x1/meta-data",
      "out/x1/user-data",
      "out/x2/meta-data",
      "out/x2/user-data",
    ]);
    for (const file of listFiles()) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync("out/x1/meta-data", "utf8")).toBe("instance-id: x1\nlocal-hostname: x1\n");
    expect(readRecord()).toMatchObject({
      nodes: {
        x1: { path: "x1/user-data", role: "a", values: { name: "x1", index: 1, role: "a", tag: 1 }, findings: [] },
      },
      gone: [],
    });
  });

  test("touches only files whose content changes", async () => {
    await write(describeFleet("", nodes(1)));
    const before = inodes();
    expect((await write(describeFleet("", nodes(1)))).states).toEqual({ x1: "same", x2: "same" });
    expect(inodes()).toEqual(before);
    expect((await write(describeFleet("", nodes(2)))).states).toEqual({ x1: "same", x2: "changed" });
    expect(inodes().map((inode, index) => inode === before[index])).toEqual([false, true, false]);
  });

  test("names nodes that are gone, and removes only their files", async () => {
    await write(describeFleet("x[1-3]"));
    writeFileSync("out/x3/notes", "mine");
    mkdirSync("out/other");
    for (const _ of [1, 2]) {
      const { states, findings } = await write(describeFleet("x1"));
      expect(states).toEqual({ x1: "same", x2: "gone", x3: "gone" });
      expect(findings.map(({ code, path }) => `${path}: ${code}`)).toEqual([
        "out/x2: fleet-node-gone",
        "out/x3: fleet-node-gone",
      ]);
    }
    expect((await write(describeFleet("x1"), { prune: true })).states).toEqual({
      x1: "same",
      x2: "removed",
      x3: "removed",
    });
    expect(listFiles()).toEqual(["out/fleet.json", "out/x1/user-data", "out/x3/notes"]);
    expect(existsSync("out/other")).toBe(true);
    expect(readRecord().gone).toEqual([]);
  });

  test("nodes that are not made keep their files and their entry", async () => {
    await write(describeFleet("x[1-2]"));
    const before = readRecord();
    const fleet = await createFleet(describeFleet("x[1-2]", { values: { tag: 2 } }), { only: "x2" });
    expect(writeFleet(fleet, { directory: "out" }).states).toEqual({ x2: "changed" });
    expect(readRecord().nodes["x1"]).toEqual(before.nodes["x1"]);
    expect(readRecord().nodes["x2"]).not.toEqual(before.nodes["x2"]);
  });

  test("a dry run writes nothing", async () => {
    expect((await write(describeFleet("x1"), { dryRun: true })).states).toEqual({ x1: "new" });
    expect(existsSync("out")).toBe(false);
  });

  test.each<[string, () => void, string]>([
    [
      "a folder in place of a file",
      () => mkdirSync("out/x2/user-data", { recursive: true }),
      "out/x2/user-data can't be written",
    ],
    [
      "a link in place of a file",
      () => (mkdirSync("out/x2", { recursive: true }), symlinkSync("/etc/hostname", "out/x2/user-data")),
      "out/x2/user-data can't be written",
    ],
    ["a file in place of a folder", () => (mkdirSync("out"), writeFileSync("out/x2", "")), "out/x2"],
    [
      "another file of the record's name",
      () => (mkdirSync("out"), writeFileSync("out/fleet.json", "[]")),
      "out/fleet.json: it is not a JSON object",
    ],
    [
      "a record with other names",
      () => (mkdirSync("out"), writeFileSync("out/fleet.json", '{"nodes":{"../x":{}},"gone":[]}')),
      "out/fleet.json: it names no nodes",
    ],
  ])("%s: nothing is written", async (_, prepare, message) => {
    prepare();
    const before = listFiles();
    const error: unknown = await write(describeFleet("x[1-3]")).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KubebootError);
    expect(error).toMatchObject({ code: "unreadable", message: expect.stringContaining(message) as string });
    expect(listFiles()).toEqual(before);
    expect(existsSync("out/x1")).toBe(false);
  });

  test.runIf(existsSync("/proc/self"))("a folder where nobody can make one is an error", async () => {
    const fleet = await createFleet(describeFleet("x1"));
    expect(() => writeFleet(fleet, { directory: "/proc/kubeboot/out" })).toThrow(
      "/proc/kubeboot/out/x1/user-data can't be written: no such file or directory; nothing is changed",
    );
  });
});
