/** Whatever the files hold, a server takes the delivered parts one by one, and they hold every byte of every object. */
import * as fc from "fast-check";
import { CORE_SCHEMA, loadAll } from "js-yaml";
import { expect, test } from "vitest";
import { createBundle, type Part } from "../../src/index.ts";
import { assertProperty, SEEDED } from "../support/seed.ts";

/** An object of a set: its text, what it provides, and what it needs. */
interface Sample {
  text: string;
  provides: string[];
  needs: string[];
  /** What must be there before the command that submits it. */
  before: string[];
}

const NAMESPACES = ["a", "b"];
const KINDS = ["Web", "Db"];

const make = (text: string, sample: Partial<Omit<Sample, "text">> = {}): Sample => ({
  text,
  provides: [],
  needs: [],
  before: [],
  ...sample,
});

const object = (apiVersion: string, kind: string, metadata: object, rest: object = {}): string =>
  JSON.stringify({ apiVersion, kind, metadata, ...rest });

/** All objects that sets are made of. */
const OBJECTS: readonly Sample[] = [
  ...NAMESPACES.flatMap((name) => [
    make(object("v1", "Namespace", { name }), { provides: [name] }),
    make(object("v1", "ConfigMap", { name: "c", namespace: name }), { needs: [name] }),
    make(object("v1", "ServiceAccount", { name: "s", namespace: name }), {
      needs: [name],
      provides: [`account ${name}`],
    }),
    make(
      object(
        "v1",
        "Pod",
        { name: "p", namespace: name },
        { spec: { serviceAccountName: "s", priorityClassName: "high", runtimeClassName: "vm", containers: [] } },
      ),
      { needs: [name, `account ${name}`, "high", "vm"] },
    ),
  ]),
  ...KINDS.map((kind) =>
    make(
      object(
        "apiextensions.k8s.io/v1",
        "CustomResourceDefinition",
        { name: `${kind.toLowerCase()}s.example.com` },
        { spec: { group: "example.com", names: { kind } } },
      ),
      { provides: [kind] },
    ),
  ),
  ...KINDS.flatMap((kind) =>
    NAMESPACES.map((namespace) =>
      make(object("example.com/v1", kind, { name: "o", namespace }), { needs: [namespace], before: [kind] }),
    ),
  ),
  make(object("scheduling.k8s.io/v1", "PriorityClass", { name: "high" }), { provides: ["high"] }),
  make(object("node.k8s.io/v1", "RuntimeClass", { name: "vm" }), { provides: ["vm"] }),
  make(object("storage.k8s.io/v1", "StorageClass", { name: "disk" })),
];

/** How a file is written. */
const FORMATS: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  documents: (texts) => texts.map((text) => `${text}\n`).join("---\n"),
  commented: (texts) =>
    `# the head\n---\n${texts.map((text, at) => `# ${at}\n${text} # it\n`).join("---\r\n")}---\n# end`,
  marked: (texts) => `#kube-manifest\n${texts.join("\n---\n")}`,
  json: (texts) => texts.join("\n"),
  list: (texts) => `apiVersion: v1\nitems:\n${texts.map((text) => `# above\n- ${text}\n`).join("")}kind: List\n`,
  jsonList: (texts) => `{"kind": "List", "apiVersion": "v1", "items": [\n  ${texts.join(",\n  ")}\n]}\n`,
};

/** Objects, each once, in any order, in up to five files. */
const listings = fc
  .tuple(
    fc.shuffledSubarray([...OBJECTS], { minLength: 1 }),
    fc.array(fc.nat(4), { minLength: OBJECTS.length, maxLength: OBJECTS.length }),
    fc.array(fc.constantFrom(...Object.keys(FORMATS)), { minLength: 5, maxLength: 5 }),
  )
  .map(([objects, homes, formats]) =>
    formats
      .map((format, file) => ({
        format,
        name: `f${file}.yaml`,
        objects: objects.filter((_, at) => homes[at] === file),
      }))
      .filter((file) => file.objects.length > 0),
  );

type Listing = { format: string; name: string; objects: Sample[] }[];

const bundle = (listing: Listing) =>
  createBundle(
    listing.map(({ name, format, objects }) => ({ name, content: FORMATS[format]!(objects.map(({ text }) => text)) })),
    { handler: "none", check: false },
  );

const textOf = ({ content }: Part): string => Buffer.from(content).toString();

/** Reads as kubectl does: JSON documents one after the other, or YAML; Lists by their items. */
function readObjects(part: Part): unknown[] {
  const text = textOf(part);
  const documents = text.startsWith('{"apiVersion"')
    ? text
        .trim()
        .split("\n")
        .flatMap((line) => loadAll(line))
    : loadAll(text, { schema: CORE_SCHEMA });
  return documents.flatMap((value) => {
    const { kind, items } = (value ?? {}) as { kind?: string; items?: unknown[] };
    return value === null || value === undefined ? [] : kind === "List" ? items! : [value];
  });
}

/** The objects of a part, as samples, in its order. */
const samplesIn = (part: Part): Sample[] =>
  readObjects(part).map((value) => OBJECTS.find(({ text }) => text === JSON.stringify(value))!);

const everything = (listing: Listing): Set<string> =>
  new Set(listing.flatMap(({ objects }) => objects.flatMap(({ provides }) => provides)));

/** The first object that a server refuses; what no file provides is on the server already. */
function findRefused(parts: readonly Sample[][], later: ReadonlySet<string>): Sample | null {
  const missing = new Set(later);
  for (const samples of parts) {
    const atStart = new Set(missing);
    for (const sample of samples) {
      if (sample.before.some((each) => atStart.has(each)) || sample.needs.some((each) => missing.has(each)))
        return sample;
      for (const each of sample.provides) missing.delete(each);
    }
  }
  return null;
}

test(`a server takes everything in one pass ${SEEDED}`, async () => {
  await assertProperty(
    fc.asyncProperty(listings, async (listing) => {
      const { parts, findings } = await bundle(listing);
      expect(findRefused(parts.map(samplesIn), everything(listing))).toBeNull();
      expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
    }),
    400,
  );
});

test(`each object is delivered once, with its bytes ${SEEDED}`, async () => {
  await assertProperty(
    fc.asyncProperty(listings, async (listing) => {
      const { parts } = await bundle(listing);
      for (const { name, objects } of listing) {
        const pieces = parts.filter(({ path }) => path === name);
        const delivered = pieces.flatMap(samplesIn);
        expect(delivered.length).toBe(objects.length);
        expect(new Set(delivered)).toEqual(new Set(objects));
        for (const { text } of objects) expect(pieces.filter((piece) => textOf(piece).includes(text)).length).toBe(1);
      }
    }),
    200,
  );
});

test(`bundling what was delivered delivers the same ${SEEDED}`, async () => {
  await assertProperty(
    fc.asyncProperty(listings, async (listing) => {
      const { parts } = await bundle(listing);
      const sources = parts.map(({ filename, content, type }) => ({ name: filename, content, type }));
      const again = await createBundle(sources, { handler: "none", check: false });
      expect(again.parts.map(textOf)).toEqual(parts.map(textOf));
      expect(again.findings).toEqual([]);
    }),
    200,
  );
});

test(`nothing is split if whole files can be in order ${SEEDED}`, async () => {
  let [whole, split] = [0, 0];
  await assertProperty(
    fc.asyncProperty(listings, async (listing) => {
      const { findings } = await bundle(listing);
      const isSplit = findings.some(({ code }) => code === "manifest-split");
      expect(isSplit).toBe(!canBeWhole(listing));
      if (isSplit) split += 1;
      else whole += 1;
    }),
    300,
  );
  expect(Math.min(whole, split)).toBeGreaterThan(20);
});

/** Whether a server takes the files in some order, their documents in any. */
function canBeWhole(left: Listing, missing: ReadonlySet<string> = everything(left)): boolean {
  if (left.length === 0) return true;
  return left.some((file) => {
    const after = submitAny(file.objects, missing);
    return (
      after !== null &&
      canBeWhole(
        left.filter((other) => other !== file),
        after,
      )
    );
  });
}

/** What is still missing when a server has taken the objects, in any order; null if it does not take them. */
function submitAny(objects: readonly Sample[], atStart: ReadonlySet<string>): ReadonlySet<string> | null {
  const missing = new Set(atStart);
  let left = objects.filter(({ before }) => !before.some((each) => atStart.has(each)));
  if (left.length < objects.length) return null;
  for (let size = -1; size !== left.length;) {
    size = left.length;
    const taken = left.filter(({ needs }) => !needs.some((each) => missing.has(each)));
    for (const each of taken.flatMap(({ provides }) => provides)) missing.delete(each);
    left = left.filter((sample) => !taken.includes(sample));
  }
  return left.length === 0 ? missing : null;
}
