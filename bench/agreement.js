/**
 * How far the built-in tables agree with cloud-init's own schema, on the documents in a checkout of cloud-init.
 * Prints Markdown, and each document on which they differ. Needs python3 with yaml and jsonschema.
 *
 *     npm run agreement -- ../cloud-init
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { lintSources } from "../dist/index.js";

const TARGET = 0.95;

/** The codes of findings that the tables are the source of. */
const TABLE_CODES = new Set(["config-type", "config-value", "config-key-missing"]);

const [checkout] = process.argv.slice(2);
if (!checkout) {
  console.error("usage: npm run agreement -- DIR, where DIR is a checkout of https://github.com/canonical/cloud-init");
  process.exit(2);
}

const documents = await Promise.all(listDocuments(checkout).map((document) => judge(document)));
const modules = [...new Set(documents.map(({ module }) => module))];
printTable(modules.map((module) => countVerdicts(module, documents)));
for (const document of documents.filter((each) => isDifferent(each))) printDifference(document);

/** The documents, and what cloud-init's own validator says of each. Debian's python3 has the packages. */
function listDocuments(folder) {
  const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  const argv = ["-B", "bench/list_configs.py", folder];
  const lines = execFileSync(python, argv, { encoding: "utf8", maxBuffer: 2 ** 28 })
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** Adds what lint finds, except notes and secrets. */
async function judge(document) {
  const { findings } = await lintSources([{ name: "config.yaml", content: document.text }], { schema: "off" });
  return { ...document, findings: findings.filter((found) => isRelevant(found)) };
}

function isRelevant({ code, severity }) {
  return severity !== "note" && !code.startsWith("secret-");
}

/**
 * A refused document has an error or a warning; an accepted one has no error of the tables. Other checks know
 * more than a schema can say: which text is an SSH key, a hash or a time zone.
 */
function isDifferent({ accepted, findings }) {
  if (!accepted) return findings.length === 0;
  return findings.some(({ code, severity }) => severity === "error" && TABLE_CODES.has(code));
}

function countVerdicts(name, all) {
  const inModule = all.filter(({ module }) => module === name);
  const accepted = inModule.filter((document) => document.accepted);
  const refused = inModule.filter((document) => !document.accepted);
  const found = refused.filter((document) => !isDifferent(document)).length;
  return {
    name,
    accepted: accepted.length,
    wrong: accepted.filter((document) => isDifferent(document)).length,
    refused: refused.length,
    found,
  };
}

function printTable(rows) {
  const sorted = rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const total = rows.reduce(addRow, { name: "**all**", accepted: 0, wrong: 0, refused: 0, found: 0 });
  const header = ["module", "accepted", "of them errors", "refused", "of them found"];
  const lines = [header, header.map(() => "---"), ...[...sorted, total].map((row) => Object.values(row))];
  console.log(lines.map((cells) => `| ${cells.join(" | ")} |\n`).join(""));
  const share = total.found / total.refused;
  const isMet = share >= TARGET && total.wrong === 0;
  console.log(`${(100 * share).toFixed(1)} % found, of ${100 * TARGET} % wanted; ${total.wrong} wrong errors, of none`);
  process.exitCode = isMet ? 0 : 1;
}

function addRow(sum, { accepted, wrong, refused, found }) {
  return {
    ...sum,
    accepted: sum.accepted + accepted,
    wrong: sum.wrong + wrong,
    refused: sum.refused + refused,
    found: sum.found + found,
  };
}

function printDifference({ name, text, accepted, why, findings }) {
  const said = accepted ? findings.map(({ severity, message }) => `${severity}: ${message}`) : why;
  console.log(`\n${name} is ${accepted ? "accepted" : "refused"}\n${said.join("\n")}\n${text}`);
}
