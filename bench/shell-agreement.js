/**
 * How far `script-syntax` agrees with `dash -n` and `bash -n`, on the shell scripts of a Debian system and on mutations
 * of them. Prints Markdown, and each script on which they differ. Needs dash and bash.
 *
 *     npm run shell-agreement -- [SEED [MUTATIONS]]
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { lintSources } from "../dist/index.js";
import { askShell } from "./ask-shell.js";
import { makeRandom, mutateScript } from "./mutate-script.js";

const TARGET = 0.97;
const FOLDERS = ["/etc/init.d", "/usr/bin", "/usr/sbin", "/var/lib/dpkg/info"];
const SHELLS = ["dash", "bash"];

const [seed, mutations] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 3)];
const originals = listScripts();
const random = makeRandom(seed);
const mutated = originals.flatMap(({ name, text }) =>
  Array.from({ length: mutations }, (_, index) => ({
    name: `${name}, mutation ${index}`,
    text: mutateScript(text, random),
  })),
);
console.log(`${originals.length} scripts, ${mutated.length} mutations, seed ${seed}\n`);
const rows = [];
for (const shell of SHELLS) {
  for (const [kind, scripts] of Object.entries({ scripts: originals, mutations: mutated })) {
    rows.push(await compare(`${shell}, ${kind}`, shell, scripts));
  }
}
printTable(rows);

/** The different scripts of which a shell is the interpreter. */
function listScripts() {
  const paths = FOLDERS.flatMap((folder) => list(folder).map((name) => join(folder, name)));
  const files = paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  const texts = new Map();
  for (const name of files) {
    const content = readFileSync(name);
    const text = content.toString("utf8");
    if (/^#! ?\/\S*\/(?:env )?(?:ba|da|k|a)?sh\b/.test(text) && !content.includes(0)) texts.set(text, { name, text });
  }
  return [...texts.values()];
}

function list(folder) {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

async function compare(name, shell, scripts) {
  const row = { name, accepted: 0, wrong: 0, refused: 0, found: 0 };
  for (const script of scripts) {
    const why = askShell(shell, script.text);
    const error = await findError(shell, script.text);
    row[why === null ? "accepted" : "refused"] += 1;
    if (error) row[why === null ? "wrong" : "found"] += 1;
    if ((why === null) === (error === undefined)) continue;
    console.log(`${script.name}: ${shell} ${why === null ? "accepts it" : `says: ${why}`}`);
    if (error) console.log(`  line ${error.line}: ${error.message}`);
  }
  return row;
}

/** What lint says if the shell is the interpreter. */
async function findError(shell, text) {
  const content = text.replace(/^.*/, `#!/bin/${shell}`);
  const { findings } = await lintSources([{ name: "script.sh", content }]);
  return findings.find(({ code, line }) => code === "script-syntax" && line !== null);
}

function printTable(table) {
  const header = ["shell", "accepted", "of them errors", "refused", "of them found"];
  const lines = [header, header.map(() => "---"), ...table.map((row) => Object.values(row))];
  console.log(`\n${lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("")}`);
  const sum = (key) => table.reduce((total, row) => total + row[key], 0);
  const share = sum("found") / sum("refused");
  console.log(
    `${(100 * share).toFixed(1)} % found, of ${100 * TARGET} % wanted; ${sum("wrong")} wrong errors, of none`,
  );
  process.exitCode = share >= TARGET && sum("wrong") === 0 ? 0 : 1;
}
