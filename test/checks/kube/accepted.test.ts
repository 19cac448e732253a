/** Ordinary manifests in which lint must find no error; a real API server accepts them, except those in newer/. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasErrors } from "../../../src/findings/finding.ts";
import { lintSources } from "../../../src/index.ts";
import { apiServer, startApiServer, type ApiServer } from "../../support/api-server.ts";
import { listExampleBlobs, listSources } from "../../support/examples.ts";
import { describeWith } from "../../support/requirements.ts";

const FOLDER = join(import.meta.dirname, "accepted");
/** Objects that Kubernetes 1.20 does not support yet, or not without a definition. */
const NEWER = join(FOLDER, "newer");

const BLOBS = await listExampleBlobs();

describe("lint finds no error in", () => {
  test.each([FOLDER, NEWER].flatMap(listManifests))("%s", async (path) => {
    const { findings } = await lintSources([path]);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(BLOBS)("the parts of $folder, $name", async (blob) => {
    expect(hasErrors((await lintSources(await listSources(blob))).findings)).toBe(false);
  });
});

describeWith([apiServer], "a real API server accepts", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  test.each(listManifests(FOLDER))("%s", async (path) => {
    const args = ["apply", "--validate=true", "--dry-run=server", "-f", "-"];
    const { status, stderr } = await server.kubectl(args, readFileSync(path, "utf8"));
    expect({ status, errors: stderr.replace(/^Warning.*\n/gm, "") }).toEqual({ status: 0, errors: "" });
  });
});

function listManifests(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name));
}
