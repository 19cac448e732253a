/**
 * Asks the registry for known vulnerabilities of the packages that are built in. To npm they are development
 * dependencies like all others, so `npm audit` can't tell them apart; the bills of materials in dist/ can.
 *
 * Exit status 1: there are some. A registry that does not answer is no failure: one line says so.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const builtIn = new Set(["dist/sbom.cdx.json", "dist/cli/sbom.cdx.json"].flatMap(readComponents));

const { stdout } = spawnSync("npm", ["audit", "--json", "--package-lock-only"], { encoding: "utf8" });
const { vulnerabilities, message, error } = parse(stdout);
if (vulnerabilities === undefined) {
  console.log(`skipped, since the registry does not answer: ${message ?? error?.summary ?? "no answer"}`);
} else {
  const found = Object.values(vulnerabilities).filter(({ nodes }) => nodes.some(isBuiltIn));
  for (const { name, severity, via } of found) {
    const reasons = via.map((each) => (typeof each === "string" ? `uses ${each}` : `${each.title} ${each.url}`));
    console.log(`${name}: ${severity}: ${reasons.join("; ")}`);
  }
  console.log(`${builtIn.size} packages are built in, ${found.length} of them with known vulnerabilities`);
  if (found.length > 0) process.exitCode = 1;
}

function readComponents(file) {
  return JSON.parse(readFileSync(file, "utf8")).components.map(({ name, version }) => `${name}@${version}`);
}

function isBuiltIn(path) {
  const { name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length), version } = packages[path];
  return builtIn.has(`${name}@${version}`);
}

/** An npm that failed early prints no JSON. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
