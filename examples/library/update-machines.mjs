/**
 * Makes the user-data of each machine in machines.json, and writes the files that change.
 *
 *     node update-machines.mjs FOLDER
 *
 * All machines or none: if the sources of one have errors, nothing is written, and the exit status is 1.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createBundle, KubebootError, readBundle } from "kubeboot";

const SOURCES = ["machine.cfg.j2", "report.sh.j2"];
const OPTIONS = { platform: "openstack", release: "debian-12" };

const [folder = "userdata"] = process.argv.slice(2);
const machines = JSON.parse(readFileSync("machines.json", "utf8"));
const made = await Promise.all(machines.map(makeUserData));

if (made.includes(null)) {
  console.error("nothing is written");
  process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of made) await update(name, bytes);
}

/** What the machine gets; null if its sources have errors, which are told. */
async function makeUserData(machine) {
  const { name } = machine;
  try {
    const { bytes, findings } = await createBundle(SOURCES, { ...OPTIONS, values: machine });
    tell(name, findings);
    return { name, bytes };
  } catch (error) {
    if (!(error instanceof KubebootError)) throw error;
    tell(name, error.findings);
    if (error.findings.length === 0) console.error(`${name}: ${error.message}`);
    return null;
  }
}

function tell(name, findings) {
  for (const { path, line, severity, message, code } of findings) {
    console.error(`${name}: ${path}:${line ?? 1}: ${severity}: ${message} (${code})`);
  }
}

/** Writes a file that is new or differs, and says what is different. */
async function update(name, bytes) {
  const file = join(folder, name);
  const before = existsSync(file) ? readFileSync(file) : null;
  if (before?.equals(bytes)) return console.log(`${name}: no change`);
  const changed = before === null ? "new" : `changes ${(await listChanges(before, bytes)).join(", ")}`;
  // User-data often has passwords: only its owner may read it.
  writeFileSync(file, bytes, { mode: 0o600 });
  console.log(`${name}: ${changed}`);
}

/** The names of the parts that only one of two blobs has, or that differ. */
async function listChanges(before, after) {
  const [old, now] = await Promise.all([readContents(before), readContents(after)]);
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name));
}

/** The content of each part by its name. */
async function readContents(blob) {
  const { parts } = await readBundle(blob);
  return new Map(parts.map(({ filename, content }) => [filename, new TextDecoder().decode(content)]));
}
