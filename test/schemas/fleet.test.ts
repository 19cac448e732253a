/** The schema of descriptions, for editors. */
import { readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/cloud-config/read-config.ts";
import { findSchema } from "../../src/schemas/find-schema.ts";

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(findSchema("fleet"));

const accepts = (text: string): boolean => {
  const [description] = readConfig({ content: new TextEncoder().encode(text) }).documents;
  return validate(description);
};

const FLEETS = readdirSync("examples", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith("fleet.yaml"),
);

const ROLE = "roles: { a: { sources: [b.sh] } }\n";

describe("the schema of a fleet accepts", () => {
  test.each(FLEETS)("examples/%s", (name) => {
    expect(accepts(readFileSync(`examples/${name}`, "utf8"))).toBe(true);
  });

  test.each([
    `${ROLE}nodes: { "x[1-3]": { role: a, address: 1, any: [x] } }`,
    `${ROLE}nodes: {}\ngzip: auto\nstart: false\nhandler-timeout: 60\nmerge: true\n`,
    "roles: { a: }\nnodes: {}\nmerge: list(append)\n",
  ])("%j", (text) => expect(accepts(text)).toBe(true));
});

test.each([
  "nodes: {}",
  ROLE,
  `${ROLE}nodes: {}\nplatfrom: ec2`,
  `${ROLE}nodes: {}\nno-check: true`,
  `${ROLE}nodes: {}\ngzip: maybe`,
  `${ROLE}nodes: {}\nhandler: other`,
  `${ROLE}nodes: {}\nhandler-timeout: 1.5`,
  `${ROLE}nodes: {}\nsources: b.sh`,
  `${ROLE}nodes: { x: {} }`,
  `${ROLE}nodes: { x: { role: [a] } }`,
  "roles: { a: { source: [b.sh] } }\nnodes: {}",
])("the schema of a fleet does not accept %j", (text) => expect(accepts(text)).toBe(false));
