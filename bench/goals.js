/** What a run costs, beside `node -e 0` and the script that does the same job, and how fast large input is. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { measure, printTargets } from "./measure.js";

const KUBEBOOT = [process.execPath, "bin/kubeboot.js"];

const NODE = [process.execPath, "-e", "0"];

/** What bundling the example may cost, × `node -e 0`, by the major version of Node. */
const BUNDLE = { 20: 2, 22: 1.8, 24: 1.9 };

/**
 * Measures and prints every figure that has a goal.
 *
 * @param {string} folder for the files that it makes
 * @param {readonly string[]} example a pod and a script
 */
export function benchmarkGoals(folder, example) {
  const blob = join(folder, "dbserver");
  execFileSync(KUBEBOOT[0], [KUBEBOOT[1], "bundle", "--quiet", "-o", blob, ...example]);
  const [pod, script] = example;
  const small = measure(
    {
      node: NODE,
      bundle: [...KUBEBOOT, "bundle", ...example],
      // The first run, without the file that it leaves.
      uncached: ["env", "NODE_DISABLE_COMPILE_CACHE=1", ...KUBEBOOT, "bundle", ...example],
      unchecked: [...KUBEBOOT, "bundle", "--no-check", ...example],
      lint: [...KUBEBOOT, "lint", ...example],
      inspect: [...KUBEBOOT, "inspect", blob],
      version: [...KUBEBOOT, "--version"],
      help: [...KUBEBOOT, "--help"],
      ...(hasScript() && {
        script: ["write-mime-multipart", `${pod}:text/x-kube-pod`, `${script}:text/x-shellscript`],
      }),
    },
    41,
  );
  const large = measure(makeLarge(folder), 3);
  const times = (name) => small[name].cpu / small.node.cpu;
  const besideScript = (name) => small[name].wall / small.script.wall;
  console.log(`Node ${process.version}; CPU is user and system time, the minimum of all runs\n`);
  printTargets([
    ["bundle, the dbserver example, CPU × node -e 0", times("bundle"), BUNDLE[parseInt(process.versions.node)] ?? 1.9],
    ["bundle without compiled code, CPU × node -e 0", times("uncached"), 3.8],
    ...(small.script
      ? [
          ["bundle, wall × write-mime-multipart", besideScript("bundle"), 1.2],
          ["bundle --no-check, wall × write-mime-multipart", besideScript("unchecked"), 1],
        ]
      : []),
    ["--version, CPU × node -e 0", times("version"), 1.3],
    ["--help, CPU × node -e 0", times("help"), 1.3],
    ["lint, the dbserver example, CPU × node -e 0", times("lint"), 2],
    ["inspect, the dbserver example, CPU × node -e 0", times("inspect"), 1.8],
    ["bundle, 5,000 Deployments, CPU s", large.bundle.cpu, 1],
    ["lint, 5,000 Deployments, CPU s", large.lint.cpu, 1.2],
    ["lint, 1 MB of cloud-config with 5,000 users, CPU s", large.users.cpu, 0.6],
    ["bundle --gzip, 25 MB of random bytes, CPU s", large.gzip.cpu, 3],
  ]);
}

function hasScript() {
  try {
    execFileSync("write-mime-multipart", ["--help"], { stdio: "ignore" });
    return true;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

function makeLarge(folder) {
  const deployments = write("deployments.yaml", Array.from({ length: 5000 }, makeDeployment).join("---\n"));
  const users = write("users.cfg", `#cloud-config\nusers:\n${Array.from({ length: 5000 }, makeUser).join("")}`);
  const bytes = write("random.bin", randomBytes(25_000_000));
  return {
    bundle: [...KUBEBOOT, "bundle", "--quiet", deployments],
    lint: [...KUBEBOOT, "lint", deployments],
    users: [...KUBEBOOT, "lint", users],
    gzip: [...KUBEBOOT, "bundle", "--quiet", "--gzip=force", `${bytes}:application/octet-stream`],
  };

  function write(name, content) {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }
}

function makeDeployment(_, index) {
  const labels = `{ app: web-${index} }`;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${index}
  labels: ${labels}
spec:
  selector:
    matchLabels: ${labels}
  template:
    metadata:
      labels: ${labels}
    spec:
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - containerPort: 80
`;
}

/** 200 bytes. */
function makeUser(_, index) {
  return `  - name: user${index}
    gecos: ${`User ${index} of the benchmark`.padEnd(60, ".")}
    groups: [users, sudo]
    shell: /bin/bash
    lock_passwd: true
    sudo: ALL=(ALL) NOPASSWD:ALL
`;
}
