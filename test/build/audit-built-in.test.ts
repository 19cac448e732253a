/** The audit of .ci/run, with a registry that knows what each row says; it reads the bills of materials in dist/. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";

let advisories: Record<string, object[]> = {};

/** Answers for advisories, and for packages: each has the one version that package-lock.json names. */
const registry = createServer((request, response) => {
  if (request.method === "POST") return void response.end(JSON.stringify(advisories));
  const name = decodeURIComponent(request.url!.slice(1));
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const { version } = packages[`node_modules/${name}`];
  response.end(JSON.stringify({ name, "dist-tags": { latest: version }, versions: { [version]: { name, version } } }));
});

beforeAll(() => new Promise<void>((resolve) => void registry.listen(0, "127.0.0.1", resolve)));
afterAll(() => void registry.close());

function audit(port: number): Promise<{ status: number; stdout: string }> {
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${port}`,
    npm_config_fetch_retries: "0",
    no_proxy: "127.0.0.1",
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [".ci/audit-built-in.js"], { env }, (error, stdout) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout });
    });
  });
}

const ADVISORY = { id: 1, url: "https://example.org/1", title: "Example", severity: "high", cwe: [] };

test.each<[string, Record<string, object[]>, number, RegExp]>([
  ["nothing is known", {}, 0, /^\d+ packages are built in, 0 of them with known vulnerabilities\n$/],
  [
    "a package that is built in",
    { pako: [{ ...ADVISORY, vulnerable_versions: "*" }] },
    1,
    /^pako: high: Example https/,
  ],
  ["another version", { pako: [{ ...ADVISORY, vulnerable_versions: "<1" }] }, 0, /, 0 of them/],
  ["a package that is not built in", { vitest: [{ ...ADVISORY, vulnerable_versions: "*" }] }, 0, /, 0 of them/],
])("the audit where %s", async (_, known, status, expected) => {
  advisories = known;
  const { port } = registry.address() as AddressInfo;
  expect(await audit(port)).toEqual({ status, stdout: expect.stringMatching(expected) });
});

test("the audit says so where no registry answers", async () => {
  expect(await audit(1)).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^skipped, since the registry does not answer: .+\n$/),
  });
});
