/** What is delivered of each set; and a real API server takes it, one part after the other, each once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBundle, type Finding, type MemorySource } from "../../../src/index.ts";
import { startApiServer, apiServer, type ApiServer } from "../../support/api-server.ts";
import { describeWith } from "../../support/requirements.ts";
import { OBJECT_SETS } from "./object-sets.ts";

const listSources = (files: Readonly<Record<string, string>>, id: string): MemorySource[] =>
  Object.entries(files).map(([name, content]) => ({ name, content: content.replaceAll("X", id) }));

const bundle = (sources: MemorySource[]) => createBundle(sources, { handler: "none", check: false });

const kindsIn = (content: Uint8Array): string[] =>
  [
    ...Buffer.from(content)
      .toString()
      .matchAll(/^(?:- | {2})?kind: (?!List)(\w+)/gm),
  ].map(([, kind]) => kind!);

const place = ({ code, path, line }: Finding): string => `${code} ${path}:${line}`;

describe("delivers", () => {
  test.each(OBJECT_SETS)("$name", async ({ files, delivered, told }) => {
    const { parts, findings } = await bundle(listSources(files, "x"));
    expect(parts.map(({ filename, content }) => `${filename}: ${kindsIn(content).join(" ")}`)).toEqual(delivered);
    expect(findings.map(place)).toEqual(told);
  });

  test.each(OBJECT_SETS)("again what it has delivered: $name", async ({ files }) => {
    const { parts } = await bundle(listSources(files, "x"));
    const again = await bundle(parts.map(({ filename, content, type }) => ({ name: filename, content, type })));
    expect(again.parts.map(({ filename }) => filename)).toEqual(parts.map(({ filename }) => filename));
    expect(again.parts.map(({ content }) => content)).toEqual(parts.map(({ content }) => content));
    expect(again.findings).toEqual([]);
  });
});

describeWith([apiServer], "an API server takes, in one pass,", () => {
  let server: ApiServer;

  beforeAll(async () => {
    server = await startApiServer({ serviceAccounts: true });
  });
  afterAll(() => server?.stop());

  const listings = OBJECT_SETS.flatMap(({ name, files }, index) =>
    [
      { name, id: `s${index}`, list: (sources: MemorySource[]) => sources },
      { name: `${name}, listed backwards`, id: `r${index}`, list: (sources: MemorySource[]) => sources.toReversed() },
    ].map((listing) => Object.assign(listing, { files })),
  );

  test.each(listings)("$name", async ({ files, id, list }) => {
    const { parts } = await bundle(list(listSources(files, id)));
    for (const { content, filename } of parts) {
      const text = Buffer.from(content).toString();
      const { stderr } = await server.kubectl(["apply", "--validate=false", "-f", "-"], text);
      expect({ filename, stderr }).toEqual({ filename, stderr: "" });
      for (const [, name] of text.matchAll(/name: (\w+\.\w+\.example\.com)/g)) await waitUntilServed(name!);
    }
  });

  /** As the applier does with what needs the definition. */
  async function waitUntilServed(name: string): Promise<void> {
    if (!/s\./.test(name)) return;
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await server.kubectl(["get", name])).status === 0) return;
    }
    throw new Error(`${name} is not served`);
  }
});
