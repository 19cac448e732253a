/** What may import what: THE table, and the lint rule that enforces it. */
import { dirname, join, relative, sep } from "node:path";

const BASE = ["model.ts", "errors.ts", "read-limited.ts", "findings", "layers", "text"];
const KNOWLEDGE = [
  ...BASE,
  "mime",
  "part",
  "yaml",
  "platforms",
  "cloud-config",
  "templates",
  "kube",
  "shell",
  "releases",
];
const OPTIONS = ["options.ts", "resolve-options.ts"];
const STAGES = ["sources", "arrange", "checks", "write", "read", "extract", "explain", "fleet"];

/** What users of the library and the commands call. */
const DOORS = ["pipeline.ts", "explain-sources.ts", "render-source.ts", "create-fleet.ts", "lint-fleet.ts"];

/** A room of src/, which is a folder or a top-level file, and the rooms that it may import from. */
const ROOMS = {
  text: [],
  findings: ["text"],
  "errors.ts": ["findings"],
  "read-limited.ts": [],
  layers: ["errors.ts", "findings"],
  "model.ts": ["findings", "layers", "text"],
  mime: ["model.ts"],
  yaml: ["text"],
  shell: ["text"],
  part: [...BASE, "mime"],
  platforms: BASE,
  releases: [...BASE, "yaml"],
  templates: [...BASE, "yaml"],
  "cloud-config": [...BASE, "mime", "part", "yaml"],
  kube: [...BASE, "part", "yaml"],
  "options.ts": KNOWLEDGE,
  "resolve-options.ts": [...KNOWLEDGE, "options.ts"],
  "make-folders.ts": [],
  ...Object.fromEntries(STAGES.map((stage) => [stage, [...KNOWLEDGE, ...OPTIONS, "make-folders.ts"]])),
  "bundle-sources.ts": [...KNOWLEDGE, ...OPTIONS, ...STAGES, "prepare-parts.ts"],
  "open-fleet.ts": [...KNOWLEDGE, ...OPTIONS, ...STAGES],
  "create-fleet.ts": [...KNOWLEDGE, ...OPTIONS, ...STAGES, "bundle-sources.ts", "open-fleet.ts", "share-fleet.ts"],
  "share-fleet.ts": [...BASE, "fleet", "create-fleet.ts"],
  "fleet-worker.ts": [...BASE, "create-fleet.ts", "share-fleet.ts"],
  "lint-fleet.ts": [...KNOWLEDGE, ...OPTIONS, ...STAGES, "open-fleet.ts", "check-inputs.ts", "explain-sources.ts"],
  "prepare-parts.ts": [...KNOWLEDGE, ...OPTIONS, ...STAGES],
  "render-source.ts": [...KNOWLEDGE, ...OPTIONS, "sources"],
  "check-inputs.ts": [...KNOWLEDGE, ...OPTIONS, ...STAGES, "prepare-parts.ts"],
  "pipeline.ts": [
    ...KNOWLEDGE,
    ...OPTIONS,
    ...STAGES,
    "prepare-parts.ts",
    "bundle-sources.ts",
    "check-inputs.ts",
    "lint-fleet.ts",
  ],
  "explain-sources.ts": [...KNOWLEDGE, ...OPTIONS, ...STAGES, "check-inputs.ts"],
  "reports.ts": [...BASE, "part", "platforms", "releases", "explain", "fleet"],
  "index.ts": [...BASE, ...OPTIONS, "templates", "explain", "fleet", "open-fleet.ts", "reports.ts", ...DOORS],
  schemas: [...BASE, "part", "platforms", "releases", "explain", "fleet"],
  start: [],
  "schemas.ts": [...BASE, "reports.ts", "schemas"],
  cli: [...KNOWLEDGE, ...OPTIONS, "explain", "fleet", "schemas", "reports.ts", ...DOORS],
};

/** A package or a part of Node, and the rooms or files that may import it; any room may import the others. */
const PACKAGES = {
  "node:fs": [
    "read-limited.ts",
    "sources",
    "extract",
    "make-folders.ts",
    "fleet/write-fleet.ts",
    "fleet/read-record.ts",
    "cli/replace-file.ts",
    "cli/descriptor-output.ts",
    "cli/open-stdin.ts",
    "start",
    "cloud-config/load-schema.ts",
  ],
  "node:fs/promises": [],
  commander: ["cli"],
  diff: ["cli"],
  nodemailer: ["write"],
  picomatch: ["sources"],
  pako: ["layers"],
  "js-yaml": ["yaml", "cloud-config", "kube"],
  ajv: ["cloud-config"],
  "ajv-draft-04": ["cloud-config"],
  "kubernetes-fields": ["kube"],
  mailparser: [],
};

const rule = {
  create(context) {
    const file = relative(join(context.cwd, "src"), context.filename).split(sep).join("/");
    const check = (node) => {
      const specifier = node.source?.value;
      const problem = typeof specifier === "string" ? findProblem(file, specifier) : null;
      if (problem) context.report({ node, message: problem });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** Why `file`, below src/, may not import `specifier`; null if it may. */
export function findProblem(file, specifier) {
  const room = roomOf(file);
  if (!Object.hasOwn(ROOMS, room)) return `src/${room} is in no row of build/import-rules.js`;
  if (!specifier.startsWith(".")) return findPackageProblem(file, specifier);
  const target = join(dirname(file), specifier).split(sep).join("/");
  if (target.startsWith("../")) return target.startsWith("../handler/") ? null : "src/ imports nothing from outside";
  const other = roomOf(target.replace(/\.js$/, ".ts"));
  return other === room || ROOMS[room].includes(other) ? null : `${room} may not import from ${other}`;
}

function findPackageProblem(file, specifier) {
  const name = Object.keys(PACKAGES).find((each) => specifier === each || specifier.startsWith(`${each}/`));
  if (name === undefined || PACKAGES[name].some((place) => file === place || file.startsWith(`${place}/`))) return null;
  return `src/${file} may not import ${name}`;
}

function roomOf(file) {
  return file.split("/")[0];
}

export default { meta: { name: "kubeboot" }, rules: { imports: rule } };
