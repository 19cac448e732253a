import * as fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../../src/findings/finding.ts";
import { isMapping } from "../../../src/yaml/is-mapping.ts";
import { readManifest } from "../../../src/kube/read-manifest.ts";
import { upgradeText } from "../../support/upgrade-text.ts";
import { oldObjects } from "./old-objects.ts";
import { mergeUpgraded, upgradeParts } from "../../../src/kube/upgrade/upgrade-parts.ts";
import { makePart } from "../../support/make-part.ts";
import { SEEDED, assertProperty } from "../../support/seed.ts";

/** Names that v1 does not have at all; does not search maps whose keys users choose. */
const OLD_KEYS = new Set(
  `id desiredState currentState podTemplate replicaSelector manifest publicIPs portalIP createExternalLoadBalancer key
  source hostDir persistentDisk target mountType cpuShares version uuid entrypoint portName always onFailure never
  enabled serviceAccount`.split(/\s+/),
);
const USER_KEYS = new Set(["labels", "annotations", "selector", "nodeSelector", "data"]);

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (!isMapping(value)) return [];
  const inside = Object.entries(value).filter(([key]) => !USER_KEYS.has(key));
  return Object.keys(value).concat(inside.flatMap(([, inner]) => keysOf(inner)));
}

describe("any old object", () => {
  test(`has no key of v1beta1 after upgrading, and no error ${SEEDED}`, async () => {
    await assertProperty(
      fc.property(oldObjects, (old) => {
        const { values, findings } = upgradeText(dump(old), null);
        expect(hasErrors(findings)).toBe(false);
        expect(keysOf(values).filter((key) => OLD_KEYS.has(key))).toEqual([]);
        expect(Object.keys(values[0] as object).slice(0, 3)).toEqual(["apiVersion", "kind", "metadata"]);
      }),
    );
  });

  test(`is the same in YAML and in JSON, and upgrading it again changes nothing ${SEEDED}`, async () => {
    await assertProperty(
      fc.property(fc.array(oldObjects, { minLength: 1, maxLength: 3 }), (old) => {
        const yaml = upgradeText(old.map((object) => dump(object)).join("---\n"), null);
        const json = upgradeText(old.map((object) => JSON.stringify(object)).join("\n"), null);
        expect(readManifest(yaml.text).documents.map(({ value }) => value)).toEqual(yaml.values);
        expect(json.values).toEqual(yaml.values);
        for (const { text } of [yaml, json]) expect(upgradeText(text, null)).toMatchObject({ text, findings: [] });
      }),
    );
  });

  test(`keeps its comments, or reports those that it doesn't ${SEEDED}`, async () => {
    await assertProperty(
      fc.property(oldObjects, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (old, stream) => {
        const lines = dump(old, { lineWidth: -1 }).trimEnd().split("\n");
        const comments: string[] = [];
        const add = (comment: string): string => `# c${comments.push(comment) - 1}.`;
        const commented = lines.flatMap((line) => {
          const { value } = stream.next();
          if (value === 1) return [add(line), line];
          return value === 2 ? [`${line} ${add(line)}`] : [line];
        });
        const { text, values, findings } = upgradeText(commented.join("\n"), null);
        const kept = comments.filter((_, index) => text.includes(`# c${index}.`));
        const lost = findings.filter(({ code }) => code === "upgrade-comment");
        expect(kept.length + lost.length).toBe(comments.length);
        expect(readManifest(text).documents.map(({ value }) => value)).toEqual(values);
      }),
    );
  });
});

/** The value with one of its nodes, selected by `at`, replaced by any JSON. */
function replaceNode(value: unknown, at: number, by: unknown): unknown {
  let left = at % (JSON.stringify(value).match(/[{[,:]/g)?.length ?? 1);
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) => (left-- === 0 ? by : inner)) as unknown;
}

test(`with any value anywhere, upgrading returns an object or findings ${SEEDED}`, async () => {
  await assertProperty(
    fc.property(oldObjects, fc.nat(), fc.jsonValue(), (old, at, by) => {
      const { values, findings } = upgradeText(JSON.stringify(replaceNode(old, at, by)), null);
      for (const { line, message } of findings) expect([typeof line, message]).toEqual(["number", expect.any(String)]);
      if (findings.length === 0) expect(keysOf(values)).not.toContain("desiredState");
    }),
    1000,
  );
});

describe("v1", () => {
  const v1 = oldObjects.map((old) => dump(upgradeText(dump(old), null).values[0]));
  const noise = fc.constantFrom("", "# hello\n", "\n\n", "--- # there\n", "#kube-manifest\n");

  test(`passes through byte for byte ${SEEDED}`, async () => {
    await assertProperty(
      fc.property(fc.array(fc.tuple(noise, v1), { minLength: 1, maxLength: 3 }), fc.boolean(), (documents, crlf) => {
        const joined = documents.map(([above, text]) => above + text).join("---\n");
        const text = crlf ? joined.replaceAll("\n", "\r\n") : joined;
        expect(upgradeText(text, null)).toMatchObject({ text, findings: [] });
      }),
    );
  });

  test(`passes through byte for byte beside v1beta1 ${SEEDED}`, async () => {
    await assertProperty(
      fc.property(oldObjects, v1, (old, text) => {
        const after = `--- # from here\n${text}# to here\n`;
        expect(upgradeText(dump(old) + after, null).text.endsWith(after)).toBe(true);
      }),
    );
  });
});

test(`no text makes the upgrade throw ${SEEDED}`, async () => {
  const texts = [
    "#kube-pod\napiVersion: v1beta1 # x\nkind: Pod\nid: a\ndesiredState:\n  manifest: {version: v1beta1}\n",
    "#kube-manifest\n---\napiVersion: v1\nkind: Pod\n---\nkind: Service\napiVersion: v1beta1\nid: b\nport: 80\n",
    '{"kind": "Pod", "apiVersion": "v1beta1", "id": "a", "desiredState": {"manifest": {"version": "v1beta1"}}}\n',
  ];
  const signs = ["\ufeff", "\n", "---\n", "\t", " ", "# c\n", "---", "...\n", "%YAML 1.1\n", "\u2028", "\x85", "\r"];
  const insertion = fc.tuple(fc.nat(200), fc.constantFrom(...signs));
  const property = fc.property(fc.constantFrom(...texts), fc.array(insertion, { maxLength: 3 }), (text, insertions) => {
    const changed = insertions.reduce((old, [at, sign]) => old.slice(0, at) + sign + old.slice(at), text);
    const part = makePart({ type: "text/x-kube-manifest", content: changed });
    expect(() => [
      upgradeParts([part]),
      mergeUpgraded([part], "json"),
      mergeUpgraded([part, part], "yaml"),
    ]).not.toThrow();
  });
  // What the inputs above found first.
  const found =
    "\r#kube-manifest\n ---\napiVersion: v1\nkind: Pod\n---\nkind: Service\napiVersion: v1beta1\nid: b\nport: 80\n";
  expect(() => upgradeText(found)).not.toThrow();
  await assertProperty(property, 5000);
});
