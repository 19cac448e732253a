/**
 * How far kubeboot's templates agree with those of the machine's cloud-init: on the table of test/templates/cases, on
 * the templates in the files of a folder, and on mutations of both. Prints Markdown, and each difference. Needs
 * Debian's cloud-init and python3-jinja2.
 *
 *     npm run render-agreement -- [SEED [DIR]]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderSource } from "../dist/index.js";
import { makeRandom } from "./mutate-script.js";
import { mutateTemplate } from "./mutate-template.js";

const [seed, folder] = [Number(process.argv[2] ?? 1), process.argv[3]];
const MUTATIONS = 2;
const DATA = "test/templates/instance-data.json";
const CASES = "test/templates/cases";
const HEADER = "## template: jinja\n";

const work = mkdtempSync(join(tmpdir(), "kubeboot-templates-"));
const dataPath = join(work, "data.json");
writeFileSync(dataPath, readFileSync(DATA));

const table = readdirSync(CASES).flatMap((file) => {
  const rows = JSON.parse(readFileSync(join(CASES, file), "utf8"));
  return rows.map(([body]) => ({ name: file, text: HEADER + body }));
});
const files = folder === undefined ? [] : listTemplates(folder);
const random = makeRandom(seed);
const mutated = [...table, ...files].flatMap(({ name, text }) =>
  Array.from({ length: MUTATIONS }, () => ({ name: `${name}, mutated`, text: mutateTemplate(text, random) })),
);

const rows = [];
for (const [name, templates] of Object.entries({ table, files, mutations: mutated })) {
  rows.push(await compare(name, templates));
}
rmSync(work, { recursive: true });
printTable(rows);

/** The different templates in the files of a folder; those in documents and programs are at their own indentation. */
function listTemplates(directory) {
  const texts = new Map();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = join(entry.parentPath, entry.name);
    for (const text of readTemplates(readFileSync(name, "utf8"))) texts.set(text, { name, text });
  }
  return [...texts.values()];
}

function readTemplates(source) {
  return [...source.matchAll(/^([ \t]*)## template: ?jinja[ \t]*\n((?:\1.*\n|[ \t]*\n)*)/gim)].map(
    ([, indentation, body]) => HEADER + body.replaceAll(new RegExp(`^${indentation}`, "gm"), ""),
  );
}

async function compare(name, templates) {
  const row = { name, templates: templates.length, equal: 0, refused: 0, unsupported: 0, different: 0 };
  const theirs = askCloudInit(templates.map(({ text }) => text));
  for (const [index, { name: place, text }] of templates.entries()) {
    const ours = await render(text);
    // docs/templates.md names these differences.
    if (ours.unsupported || /Markup\(| at 0x/.test(theirs[index] ?? "")) row.unsupported += 1;
    else if (ours.text !== theirs[index]) {
      row.different += 1;
      console.log(`${place}: ${JSON.stringify(text.slice(HEADER.length))}`);
      console.log(`  cloud-init: ${JSON.stringify(theirs[index])}\n  kubeboot:   ${JSON.stringify(ours.text)}`);
    } else row[ours.text === null ? "refused" : "equal"] += 1;
  }
  return row;
}

/** The text of each template; null where it is refused, or is nothing. */
function askCloudInit(texts) {
  const data = readFileSync(DATA, "utf8");
  const { status, stdout, stderr, error } = spawnSync("/usr/bin/python3", ["-B", "test/support/render_templates.py"], {
    input: texts.map((text) => `${JSON.stringify([text, data])}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr || error?.message);
  return stdout
    .split("\n")
    .slice(0, texts.length)
    .map((line) => JSON.parse(line));
}

async function render(content) {
  try {
    return { text: (await renderSource({ name: "template", content }, { instanceData: dataPath })) || null };
  } catch (error) {
    if (error.code !== "invalid") throw error;
    return { text: null, unsupported: error.message.includes("kubeboot can't fill in") };
  }
}

function printTable(results) {
  const header = ["templates", "count", "equal", "both refuse", "not supported", "different"];
  const lines = [header, header.map(() => "---"), ...results.map((row) => Object.values(row))];
  console.log(`\nseed ${seed}\n\n${lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("")}`);
  process.exitCode = results.every(({ different }) => different === 0) ? 0 : 1;
}
