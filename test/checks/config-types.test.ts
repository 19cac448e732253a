import { expect, test } from "vitest";
import { configTypes } from "../../src/checks/cloud-config/config-types.ts";
import { makePart } from "../support/make-part.ts";

test.each([
  ["echo a: b", "`: ` makes a mapping; quote the command: `- 'echo a: b'`"],
  ["echo it's: b", "`: ` makes a mapping; quote the command: `- 'echo it''s: b'`"],
  ["echo password: b", "write it as text, a list or nothing"],
  ["{a: b, c: d}", "write it as text, a list or nothing"],
  ["{a: {b: c}}", "write it as text, a list or nothing"],
])("for the command %s, the hint is %j", (item, expected) => {
  const content = `#cloud-config\nruncmd:\n  - ${item}\n`;
  const findings = configTypes.run([makePart({ type: "text/cloud-config", content })], null);
  expect(findings.map(({ hint }) => hint)).toEqual([expected]);
});
