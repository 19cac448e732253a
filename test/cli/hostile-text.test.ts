/** Names and contents that would write to a terminal, end a line of a log or break a format: in no output. */
import { writeFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { enterFolder, makeFolder } from "../support/make-folder.ts";
import { runCli } from "../support/run-cli.ts";

/** Controls of both sets, what splits lines or turns their direction, and what ends a text in some format. */
const HOSTILE = "\x1b[31m\x07\n\x9b\x85\u202e\u2066\u2028]]><b>&'%0A";

/** As YAML and JSON write it. */
const QUOTED = JSON.stringify(HOSTILE).replaceAll("'", "\\u0027");

const CONTENTS = {
  [`a${HOSTILE}.cfg`]: `#cloud-config\nhostname: ${QUOTED}\npackages: [{${QUOTED}: 1}]\n${QUOTED}: 1\nntp: ${QUOTED}\n`,
  [`b${HOSTILE}.cfg`]: `#cloud-config\nhostname: ${HOSTILE}\n`,
  [`pod${HOSTILE}.yaml`]: `apiVersion: v1\nkind: Pod\nmetadata: {name: ${QUOTED}}\nspec: {${QUOTED}: 1, containers: []}\n`,
  [`old${HOSTILE}.yaml`]: `apiVersion: v1beta1\nkind: Service\nid: ${QUOTED}\nport: 80\n${QUOTED}: 1\n`,
  [`c${HOSTILE}.sh`]: `#!/bin/${HOSTILE}\nif ${HOSTILE}; then\n`,
  [`d${HOSTILE}.txt`]: `${HOSTILE}\n`,
  [`e${HOSTILE}.cfg.j2`]: `#cloud-config\nhostname: {{ name["${HOSTILE}"] }}\n`,
};

const NAMES = Object.keys(CONTENTS);

const BLOB = `Content-Type: multipart/mixed; boundary="b"
MIME-Version: 1.0

--b
Content-Type: text/x-\x1b[31m\u202e; charset="\x1b[31m"
Content-Transfer-Encoding: x-\x1b[31m
X-Merge-Type: \x1b[31m\u202e
Content-Disposition: attachment; filename="a\x1b[31m\x9b\u202e.sh"

\x1b[31m\u202e
--b--
`;

beforeEach(() => {
  enterFolder(makeFolder(CONTENTS));
  writeFileSync("blob\x1b[31m", BLOB);
  writeFileSync("plain.cfg", "#cloud-config\nhostname: a\n");
});

const SETS: [string, string[]][] = [
  ["sources", NAMES],
  ["files that are missing", NAMES.map((name) => `${name}.absent`)],
  ["a blob", ["blob\x1b[31m"]],
];

const COMMANDS = [
  ...["text", "json", "github", "sarif", "gitlab", "junit"].map((format) => ["lint", "--format", format]),
  ...["text", "json", "mermaid", "html"].map((format) => ["explain", "--format", format]),
  ["bundle", "--json", "-o", "out\x1b[31m"],
  ["bundle", "--no-check", "-o", "out\x1b[31m"],
  ["upgrade"],
];

const SINGLE: [string, string[]][] = [
  ["inspect", ["inspect", "blob\x1b[31m"]],
  ["inspect --json", ["inspect", "--json", "blob\x1b[31m"]],
  ["inspect --diff, parts", ["inspect", "plain.cfg", "--diff", "blob\x1b[31m"]],
  ["inspect --diff, lines", ["inspect", "plain.cfg", "--diff", NAMES[0]!]],
  ["inspect --diff --json", ["inspect", "--json", "plain.cfg", "--diff", "blob\x1b[31m"]],
  ["extract --json", ["extract", "blob\x1b[31m", "-d", "parts", "--json"]],
  ["extract, to no folder", ["extract", "blob\x1b[31m", "-d", "plain.cfg/\x1b[31m"]],
  ["render", ["render", NAMES[1]!]],
  ["fleet", ["fleet", NAMES[0]!, "-d", "out\x1b[31m"]],
];

test.each([
  ...COMMANDS.flatMap((command) =>
    SETS.map(([name, sources]): [string, string[]] => [
      `${command.slice(0, 3).join(" ").trim()}: ${name}`,
      [...command, ...sources],
    ]),
  ),
  ...SINGLE,
])("%s", async (_, args) => {
  const { status, stdout, stderr } = await runCli(args);
  expect(status).toBeLessThan(3);
  expect([stdout.toString(), stderr].map(findControls)).toEqual([[], []]);
  if (args[0] === "lint" && args[2] === "github") {
    expect(stdout.toString()).toMatch(/^(?:::(?:error|warning|notice) [^\n]*\n)+$/);
  }
});

/** With what is before them. */
function findControls(text: string): string[] {
  return [...text.matchAll(/.{0,20}[^\n\P{Cc}]|.{0,20}[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu)].map(
    ([found]) => found,
  );
}
