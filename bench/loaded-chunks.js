import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The files of the executable that a command loads, in alphabetic order: V8's coverage lists them.
 *
 * @param {string} executable the path of the built cli.cjs
 * @param {readonly string[]} args the command line
 * @returns {{ path: string, name: string, bytes: number }[]} the names without the hash and the extension
 */
export function listLoadedChunks(executable, args) {
  const coverage = mkdtempSync(join(tmpdir(), "kubeboot-coverage-"));
  try {
    const program = `process.argv.splice(1, 0, "kubeboot"); require(${JSON.stringify(executable)}).run();`;
    const env = { ...process.env, NODE_V8_COVERAGE: coverage };
    const { status, stderr } = spawnSync(process.execPath, ["-e", program, "--", ...args], { env, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    const reports = readdirSync(coverage).map((name) => JSON.parse(readFileSync(join(coverage, name), "utf8")));
    const urls = reports.flatMap(({ result }) => result.map(({ url }) => url)).filter((url) => url.startsWith("file:"));
    const paths = [...new Set(urls.map((url) => fileURLToPath(url)))].filter((path) =>
      path.startsWith(dirname(executable)),
    );
    return paths.toSorted().map((path) => ({ path, name: nameOf(path), bytes: statSync(path).size }));
  } finally {
    rmSync(coverage, { recursive: true });
  }
}

function nameOf(path) {
  return basename(path, ".cjs").replace(/-[\w-]{8}$/, "");
}
