import { dump } from "js-yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { upgradeText } from "../../support/upgrade-text.ts";
import { apiServer, startApiServer, type ApiServer } from "../../support/api-server.ts";
import { describeWith } from "../../support/requirements.ts";
import { SEEDED, sample } from "../../support/seed.ts";
import { PAIRS } from "./pairs/index.ts";
import { oldObjects } from "./old-objects.ts";
import { oldPod, type Json, type Pair } from "./pairs/pair.ts";

describeWith([apiServer], "an upgraded object in a real API server", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
    for (const name of ["shop", LIMITED]) await server.kubectl(["create", "namespace", name]);
  });
  afterAll(() => server?.stop());

  /** kubectl is slow to start, so the objects go in one list; it names the rejected ones. */
  const apply = (objects: Json[], ...flags: string[]) => {
    const list = { apiVersion: "v1", kind: "List", items: objects };
    return server.kubectl(["apply", "--validate=true", ...flags, "-f", "-"], JSON.stringify(list));
  };

  test("is accepted if upgrading finds no error", async () => {
    const objects = PAIRS.filter(isFree)
      .flatMap(({ old }) => upgrade(old))
      .map(rename)
      .toSorted(compareClaims);
    expect(objects.length).toBeGreaterThan(150);
    const { status, stdout, stderr } = await apply(objects);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .filter((line) => line.endsWith(" created")),
    ).toHaveLength(objects.length);
  });

  test(`is accepted for random objects ${SEEDED}`, async () => {
    const made = sample(oldObjects, 150);
    const objects = made
      .flatMap(upgrade)
      .map((object, index) => Object.assign(object, { metadata: { name: `random-${index}` } }));
    const { status, stderr } = await apply(objects, "--dry-run=server");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("keeps text that YAML would read as another type", async () => {
    const values = [
      "yes",
      "n",
      "0644",
      "1e3",
      "12:30",
      "1_000",
      "~",
      "0x1f",
      "2014-06-01",
      " a ",
      "a\nb\n",
      "#",
      "é→",
      "=",
      "-",
    ];
    const env = values.map((value, index) => ({ name: `A${index}`, value }));
    const { text } = upgradeText(dump(oldPod({ containers: [{ name: "a", image: "a", env }] })), null);
    expect(text).toContain("kind: Pod");
    const { stdout } = await server.kubectl(["create", "--dry-run=server", "-o", "json", "-f", "-"], text);
    const pod = JSON.parse(stdout) as { spec: { containers: { env: object[] }[] } };
    expect(pod.spec.containers[0]!.env).toEqual(env);
  });

  test("is accepted in lists of every kind", async () => {
    const texts = PAIRS.filter((pair) => isFree(pair) && pair.name.startsWith("list:")).map(({ old }) => dump(old));
    expect(texts.length).toBeGreaterThan(3);
    const { text } = upgradeText(texts.join("---\n"), null);
    const { status, stderr } = await server.kubectl(["apply", "--validate=true", "--dry-run=server", "-f", "-"], text);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("is rejected if upgrading reports that", async () => {
    const pairs = PAIRS.filter((pair) => pair.new !== null && pair.codes?.some((code) => code.startsWith("v1-")));
    expect(pairs.length).toBeGreaterThan(20);
    const accepted: string[] = [];
    for (const pair of pairs) {
      const { status } = await apply(upgrade(pair.old), "--dry-run=server");
      if (status === 0) accepted.push(pair.name);
    }
    expect(accepted).toEqual([]);
  });
});

/** Objects that claim an address or a port go first, before the server gives it to another service. */
function compareClaims(a: Json, b: Json): number {
  return Number(isClaim(b)) - Number(isClaim(a));
}

function isClaim(object: Json): boolean {
  return /"(clusterIP|nodePort)"/.test(JSON.stringify(object));
}

const REFUSED = /^(v1-|upgrade-(type|kind|conflict|restart-policies|field-path|endpoint)$)/;

function isFree({ new: expected, codes = [] }: Pair): boolean {
  return expected !== null && !codes.some((code) => REFUSED.test(code));
}

/** The objects after an upgrade as text, with lists expanded. */
function upgrade(old: Json): Json[] {
  const { values } = upgradeText(JSON.stringify(old), null);
  return (values as Json[]).flatMap((value) => (Array.isArray(value["items"]) ? (value["items"] as Json[]) : [value]));
}

/** A namespace for the objects that limit the others in theirs. */
const LIMITED = "limited";

/** All objects are called "a"; a name that is tested stays. */
function rename(object: Json, index: number): Json {
  const metadata = object["metadata"] as Json;
  const name = metadata["name"] === "a" ? `pair-${index}` : metadata["name"];
  const isLimit = ["LimitRange", "ResourceQuota"].includes(String(object["kind"]));
  return { ...object, metadata: { ...metadata, name, ...(isLimit ? { namespace: LIMITED } : {}) } };
}
