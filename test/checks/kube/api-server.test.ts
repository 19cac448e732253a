import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lintSources } from "../../../src/index.ts";
import { apiServer, startApiServer, type ApiServer } from "../../support/api-server.ts";
import { describeWith } from "../../support/requirements.ts";
import { FIELD_CASES } from "./field-objects.ts";
import { OBJECT_CASES } from "./objects.ts";

const CASES = [...OBJECT_CASES, ...FIELD_CASES];

describe("lint", () => {
  test.each(CASES)("$name: $codes", async ({ yaml, codes }) => {
    const { findings } = await lintSources([{ name: "a.yaml", content: `#kube-manifest\n${yaml}\n` }]);
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).toEqual(codes);
  });
});

describeWith([apiServer], "a real API server agrees with lint", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  test.each(CASES)("$name", async ({ yaml, codes, accepted = codes.length === 0 }) => {
    const verb = yaml.includes("generateName: a") ? "create" : "apply";
    // kubectl treats a text that begins with { as JSON.
    const { status, stderr } = await server.kubectl(
      [verb, "--validate=true", "--dry-run=server", "-f", "-"],
      `#\n${yaml}`,
    );
    expect({ accepted: status === 0, stderr: accepted ? stderr.replace(/^Warning.*\n/gm, "") : "" }).toEqual({
      accepted,
      stderr: "",
    });
  });
});
