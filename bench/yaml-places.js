/**
 * How far the places of kubeboot's YAML errors agree with PyYAML's, on documents that are broken at random. The
 * documents are the files with cloud-config in a folder, such as doc/examples in a checkout of cloud-init.
 * Prints a table, and each difference. Needs python3 with yaml.
 *
 *     npm run yaml-places -- ../cloud-init/doc/examples
 *     SEED=7 COUNT=5000 npm run yaml-places -- ../cloud-init/doc/examples
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lintSources } from "../dist/index.js";
import { breakDocument, createRandom } from "./break-document.js";

const TARGET = 0.99;

/** How many documents are compared that PyYAML rejects; a mistake in a comment leaves a document valid. */
const COUNT = Number(process.env.COUNT ?? 1000);

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: npm run yaml-places -- DIR, where DIR has files that begin with #cloud-config");
  process.exit(2);
}

const random = createRandom(SEED);
const documents = listDocuments(folder);
const compared = [];
while (compared.filter(({ python }) => python !== null).length < COUNT) compared.push(...(await compare(COUNT)));
printTable(compared);
for (const document of compared.filter((each) => verdictOf(each) !== "agree")) printDifference(document);

function listDocuments(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files
    .map(({ parentPath, name }) => ({ name, text: readFileSync(join(parentPath, name), "utf8") }))
    .filter(({ text }) => text.startsWith("#cloud-config\n"));
  if (texts.length === 0) throw new Error(`no file in ${directory} begins with #cloud-config`);
  return texts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Broken documents, with what the two say of each. */
async function compare(count) {
  const broken = Array.from({ length: count }, () => documents[random(documents.length)]);
  const texts = broken.map(({ text }) => breakDocument(text, random));
  const found = await Promise.all(texts.map((text) => locateWithKubeboot(text)));
  const expected = locateWithPython(texts);
  return texts.map((text, index) => {
    return { name: broken[index].name, text, python: expected[index], kubeboot: found[index] };
  });
}

/** For each text null if PyYAML reads it, otherwise its message and the lines of its marks. Debian's python3 has it. */
function locateWithPython(texts) {
  const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join("");
  const options = { input, encoding: "utf8", maxBuffer: 2 ** 28 };
  const { status, stdout, stderr } = spawnSync(python, ["-B", "test/support/locate_yaml_problems.py"], options);
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Null if kubeboot reads the text, otherwise its message and its line. */
async function locateWithKubeboot(text) {
  const { findings } = await lintSources([{ name: "config.yaml", content: text, type: "text/cloud-config" }]);
  const syntax = findings.find(({ code }) => code === "config-syntax" || code === "config-documents");
  return syntax ? { line: syntax.line, problem: syntax.message } : null;
}

function verdictOf({ python, kubeboot }) {
  if (python === null && kubeboot === null) return "agree";
  if (python === null) return "kubeboot alone";
  if (kubeboot === null) return "PyYAML alone";
  return python.lines.length === 0 || python.lines.includes(kubeboot.line) ? "agree" : "elsewhere";
}

function printTable(all) {
  const count = (verdict) => all.filter((document) => verdictOf(document) === verdict).length;
  const accepted = all.filter(({ python, kubeboot }) => python === null && kubeboot === null).length;
  const agreed = count("agree") - accepted;
  const share = agreed / (agreed + count("elsewhere"));
  console.log(`seed ${SEED}, ${all.length} broken documents\n`);
  console.log("| both read | both reject, same line | another line | only PyYAML rejects | only kubeboot rejects |");
  console.log("| --- | --- | --- | --- | --- |");
  const cells = [accepted, agreed, count("elsewhere"), count("PyYAML alone"), count("kubeboot alone")];
  console.log(`| ${cells.join(" | ")} |\n`);
  console.log(`${(100 * share).toFixed(2)} % on a line of PyYAML's, of ${100 * TARGET} % wanted`);
  process.exitCode = share >= TARGET ? 0 : 1;
}

function printDifference({ name, text, python, kubeboot }) {
  const lines = [python?.lines ?? [], kubeboot?.line ?? []].flat();
  const [first, last] = [Math.min(...lines) - 3, Math.max(...lines) + 1];
  const shown = text.split("\n").slice(Math.max(0, first), last);
  console.log(`\n${name}: PyYAML: ${python ? `${python.lines.join(", ")}: ${python.problem}` : "reads it"}`);
  console.log(`kubeboot: ${kubeboot ? `${kubeboot.line}: ${kubeboot.problem}` : "reads it"}\n${shown.join("\n")}`);
}
