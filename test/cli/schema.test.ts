import { expect, test } from "vitest";
import { SCHEMAS } from "../../src/schemas/schemas.ts";
import { runCli } from "../support/run-cli.ts";

test("lists the names, and what each describes", async () => {
  const { status, stdout, stderr } = await runCli(["schema"]);
  const rows = stdout.toString().trimEnd().split("\n");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
    ["NAME", "DESCRIBES"],
    ...Object.entries(SCHEMAS).map(([name, { title }]) => [name, title]),
  ]);
});

test.each(Object.keys(SCHEMAS))("prints %s with its dialect and its identifier", async (name) => {
  const { status, stdout, stderr } = await runCli(["schema", name]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout.toString())).toEqual({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:kubeboot:schema:${name}`,
    ...SCHEMAS[name],
  });
});

test.each([
  ["lin", "did you mean lint? "],
  ["Explain", "did you mean explain? "],
  ["toString", ""],
  ["", ""],
])("%j is unknown, and stderr lists the names", async (name, suggestion) => {
  const { status, stdout, stderr } = await runCli(["schema", name]);
  expect({ status, stdout: stdout.toString(), stderr }).toEqual({
    status: 2,
    stdout: "",
    stderr: `kubeboot: error: unknown schema "${name}": ${suggestion}use one of ${Object.keys(SCHEMAS).join(", ")}\n`,
  });
});
