/**
 * THE table of what servers reject beyond the fields of objects, in rules/: a line for each object, as
 *
 *     VERDICT | CODES OF LINT | NAME | OBJECT
 *
 * The verdict is that of kube-apiserver 1.20: `accepted` or `refused`. With `-once`, lint's is another one, because
 * newer servers decide otherwise, or because the server looks at the pods of a StatefulSet only when it makes them.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lintSources } from "../../../src/index.ts";
import { apiServer, startApiServer, type ApiServer } from "../../support/api-server.ts";
import { findWordProblems } from "../../support/find-word-problems.ts";
import { describeWith } from "../../support/requirements.ts";

const FOLDER = join(import.meta.dirname, "rules");
const CASES = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(join(FOLDER, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [verdict = "", codes = "", name = "", yaml = ""] = line.split(" | ");
      return { verdict, codes: codes === "-" ? [] : codes.split(" "), name: `${file}: ${name}`, yaml };
    }),
);

describe("lint", () => {
  test.each(CASES)("$name: $codes", async ({ verdict, codes, yaml }) => {
    const { findings } = await lintSources([{ name: "a.yaml", content: `#kube-manifest\n${yaml}\n` }]);
    expect(findings.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(codes);
    expect(findings.flatMap(findWordProblems)).toEqual([]);
    const isRefused = verdict.startsWith("refused");
    expect(isRefused === codes.length > 0).toBe(!verdict.endsWith("-once"));
  });
});

describeWith([apiServer], "a real API server agrees", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterAll(() => server?.stop());

  test.each(CASES)("$name", async ({ verdict, yaml }) => {
    // kubectl treats a text that begins with { as JSON.
    const args = ["apply", "--validate=true", "--dry-run=server", "-f", "-"];
    const { status, stderr } = await server.kubectl(args, `#\n${asServed(yaml)}`);
    expect({ isAccepted: status === 0, stderr }).toEqual({ isAccepted: verdict.startsWith("accepted"), stderr });
  });
});

/** The version in which 1.20 serves a kind that has a newer one, with the same rules. */
const SERVED = [
  ["batch/v1, kind: CronJob", "batch/v1beta1, kind: CronJob"],
  ["policy/v1, kind: PodDisruptionBudget", "policy/v1beta1, kind: PodDisruptionBudget"],
  ["autoscaling/v2, kind", "autoscaling/v2beta2, kind"],
] as const;

function asServed(yaml: string): string {
  return SERVED.reduce((text, [current, served]) => text.replace(current, served), yaml);
}
