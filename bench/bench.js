/**
 * How fast and how small: kubeboot as a whole process beside `node -e 0` and the tools that do the same job, and on
 * large input. Prints Markdown. Needs python3; skips Debian's cloud-image-utils and cloud-init if they are not
 * installed. To measure another Node, run `NODE bench/bench.js` after `npm run build`.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { benchmarkGoals } from "./goals.js";
import { listLoadedChunks } from "./loaded-chunks.js";
import { measure, printTable, printTargets } from "./measure.js";

const MIB = 2 ** 20;

const KUBEBOOT = [process.execPath, "bin/kubeboot.js"];

const EXAMPLE = ["examples/dbserver/dbserver.yaml", "examples/dbserver/disable-selinux.sh"];

// Node reads these certificates when it starts, which takes longer than everything else that `node -e 0` does.
delete process.env.NODE_EXTRA_CA_CERTS;

const folder = mkdtempSync(join(tmpdir(), "kubeboot-bench-"));
// Every command runs several times: all but the first run find what the first one compiled.
process.env.XDG_CACHE_HOME = folder;
try {
  benchmarkGoals(folder, EXAMPLE);
  benchmarkExample();
  listChunks();
  benchmarkReading();
  benchmarkLargeInput();
  benchmarkNodes();
} finally {
  rmSync(folder, { recursive: true });
}

/** The README's example: the cost of a call, and the size of the result. */
function benchmarkExample() {
  const tools = findTools();
  const results = measure({ "node -e 0": [process.execPath, "-e", "0"], ...tools }, 21);
  const node = results["node -e 0"];
  const rows = Object.entries(results).map(([name, { wall, cpu, memory }]) => {
    const figures = [name, (wall * 1000).toFixed(0), (wall / node.wall).toFixed(2), (cpu * 1000).toFixed(0)];
    return figures.concat((memory / MIB).toFixed(1), measureBlob(name, tools[name]));
  });
  printTable(["the dbserver example", "wall ms", "× node", "CPU ms", "peak MiB", "blob bytes", "gzipped"], rows);
  printTargets([["peak memory, MiB", results["kubeboot bundle"].memory / MIB, 60]]);
}

/** What bundling the example loads, besides parts of Node; a test holds it. */
function listChunks() {
  const chunks = listLoadedChunks(resolve("dist/cli/cli.cjs"), ["bundle", ...EXAMPLE]);
  const total = chunks.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = chunks
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes }) => [name, bytes.toLocaleString("en")]);
  printTable(["chunks that bundle loads", "bytes"], [...rows, ["all", total.toLocaleString("en")]]);
}

/** The cost of checking and reading blobs from other tools, with the default options. */
function benchmarkReading() {
  const config = join(folder, "large.cfg");
  writeFileSync(config, makeConfig(1_000_000));
  const blob = join(folder, "userdata");
  writeFileSync(join(folder, "large.sh"), "#!/bin/sh\n".padEnd(58_000, "echo one line of a script\n"));
  execFileSync(KUBEBOOT[0], [KUBEBOOT[1], "bundle", "--quiet", "-o", blob, join(folder, "large.sh")]);
  const results = measure(
    {
      "node -e 0": [process.execPath, "-e", "0"],
      "lint, the dbserver example": [...KUBEBOOT, "lint", ...EXAMPLE],
      "explain, the dbserver example": [...KUBEBOOT, "explain", ...EXAMPLE],
      "bundle --merge, 200 cloud-configs": [...KUBEBOOT, "bundle", "--merge", "--quiet", ...makeConfigs(200)],
      "lint, 1 MB of cloud-config": [...KUBEBOOT, "lint", config],
      "inspect, a blob of 60 kB": [...KUBEBOOT, "inspect", blob],
    },
    11,
  );
  const node = results["node -e 0"];
  printTable(
    ["reading", "wall ms", "× node", "CPU ms", "peak MiB"],
    Object.entries(results).map(([name, { wall, cpu, memory }]) => {
      const figures = [name, (wall * 1000).toFixed(0), (wall / node.wall).toFixed(2), (cpu * 1000).toFixed(0)];
      return figures.concat((memory / MIB).toFixed(0));
    }),
  );
  printTargets([
    [
      "explain, the dbserver example, CPU × lint",
      results["explain, the dbserver example"].cpu / results["lint, the dbserver example"].cpu,
      1.3,
    ],
    ["bundle --merge, 200 cloud-configs, CPU s", results["bundle --merge, 200 cloud-configs"].cpu, 0.5],
    ["lint, 1 MB of cloud-config, CPU s", results["lint, 1 MB of cloud-config"].cpu, 1],
    ["inspect, a blob of 60 kB, × node -e 0", results["inspect, a blob of 60 kB"].wall / node.wall, 4],
  ]);
}

/** The paths of cloud-configs that each have a user and a command of their own. */
function makeConfigs(count) {
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `config-${index}.cfg`);
    writeFileSync(path, `#cloud-config\nusers:\n  - name: user${index}\nruncmd:\n  - echo ${index}\n`);
    return path;
  });
}

/** A valid cloud-config of `size` bytes. */
function makeConfig(size) {
  let config = "#cloud-config\nwrite_files:\n";
  for (let index = 0; config.length < size; index += 1) {
    config += `  - path: /etc/app/${index}.conf\n    permissions: "0644"\n    content: |\n      name = value ${index}\n`;
  }
  return config;
}

/** Each gets the same three files; the other tools need the types, and the part handler. */
function findTools() {
  const handler = join(folder, "kubeboot.py");
  writeFileSync(handler, execFileSync(KUBEBOOT[0], [KUBEBOOT[1], "handler"]));
  const [pod, script] = EXAMPLE;
  const typed = [`${handler}:text/part-handler`, `${pod}:text/x-kube-pod`, `${script}:text/x-shellscript`];
  const attached = typed.flatMap((source) => ["-a", source.replace(":text/", ":")]);
  const tools = {
    "kubeboot bundle": [...KUBEBOOT, "bundle", pod, script],
    "write-mime-multipart": ["write-mime-multipart", ...typed],
    "cloud-init devel make-mime": ["cloud-init", "devel", "make-mime", "--force", ...attached],
  };
  return Object.fromEntries(Object.entries(tools).filter(([, argv]) => isInstalled(argv)));
}

function isInstalled([command, ...args]) {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

/** Bytes, and compressed bytes: for tools that compress differently or not at all, as zlib compresses their output. */
function measureBlob(name, argv) {
  if (!argv) return ["", ""];
  const [command, ...args] = argv;
  const blob = execFileSync(command, args, { stdio: ["ignore", "pipe", "ignore"] });
  const gzipped =
    name === "kubeboot bundle" ? execFileSync(command, [...args, "--gzip"]) : gzipSync(blob, { level: 9 });
  return [blob.length, gzipped.length].map((bytes) => bytes.toLocaleString("en"));
}

function benchmarkLargeInput() {
  const sources = { "1,000 scripts of 1 kB": makeScripts(1000), ...makeParts(25), ...makeParts(50) };
  const commands = Object.entries(sources).map(([name, source]) => [name, [...KUBEBOOT, "bundle", source]]);
  const results = measure(Object.fromEntries(commands), 5);
  printTable(
    ["large input", "wall s", "CPU s", "peak MiB"],
    Object.entries(results).map(([name, { wall, cpu, memory }]) => {
      return [name, wall.toFixed(2), cpu.toFixed(2), (memory / MIB).toFixed(0)];
    }),
  );
  const growth = (kind) => results[`50 MB of ${kind}`].cpu / results[`25 MB of ${kind}`].cpu;
  printTargets([
    ["1,000 parts, CPU s", results["1,000 scripts of 1 kB"].cpu, 0.5],
    ["50 MB of bytes, peak MiB", results["50 MB of bytes"].memory / MIB, 400],
    ["50 MB of UTF-8 text, peak MiB", results["50 MB of UTF-8 text"].memory / MIB, 400],
    ["50 MB of ASCII text, peak MiB", results["50 MB of ASCII text"].memory / MIB, 400],
    ["twice the bytes, × CPU", growth("bytes"), 2.2],
    ["twice the UTF-8 text, × CPU", growth("UTF-8 text"), 2.2],
    ["twice the ASCII text, × CPU", growth("ASCII text"), 2.2],
  ]);
}

/** A folder of scripts. */
function makeScripts(count) {
  const scripts = join(folder, "scripts");
  mkdirSync(scripts);
  for (let index = 0; index < count; index += 1) {
    const name = `${String(index).padStart(6, "0")}.sh`;
    writeFileSync(join(scripts, name), `#!/bin/sh\n# ${index}\n`.padEnd(1000, "echo one line of a script\n"));
  }
  return scripts;
}

/** A file of each kind: one that must be base64, one that must not be 7bit, one that can be 7bit. */
function makeParts(megabytes) {
  const size = megabytes * 1_000_000;
  const contents = {
    bytes: [randomBytes(size), "application/octet-stream"],
    "UTF-8 text": [Buffer.alloc(size - 1, "Zürich → Genève, eine Zeile unter vielen\n"), "text/plain"],
    "ASCII text": [Buffer.alloc(size - 1, "one line of a text that goes on for long\n"), "text/plain"],
  };
  return Object.fromEntries(
    Object.entries(contents).map(([kind, [content, type]]) => {
      const path = join(folder, `${megabytes}-${kind.replaceAll(" ", "-")}`);
      writeFileSync(path, content);
      return [`${megabytes} MB of ${kind}`, `${path}:${type}`];
    }),
  );
}

/** The blobs of many nodes that share their sources, made by one process. */
function benchmarkNodes() {
  const commands = [1000, 10_000].map((count) => [count, [process.execPath, "bench/many-nodes.js", String(count)]]);
  const results = measure(Object.fromEntries(commands), 3);
  printTargets([
    ["1,000 nodes, wall s", results[1000].wall, 1],
    ["10,000 nodes, wall s", results[10_000].wall, 10],
    ["10,000 nodes, peak MiB", results[10_000].memory / MIB, 300],
  ]);
}
