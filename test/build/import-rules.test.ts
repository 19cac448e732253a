import { expect, test } from "vitest";
import { findProblem } from "../../build/import-rules.js";

test.each([
  ["arrange/name-scripts.ts", "../part/effective-type.js", null],
  ["arrange/name-scripts.ts", "./make-parts.js", null],
  ["kube/upgrade/pod.ts", "../../yaml/is-mapping.js", null],
  ["kube/upgrade/pod.ts", "../list-objects.js", null],
  ["arrange/part-handler.ts", "../../handler/kubeboot.py", null],
  ["write/encode-content.ts", "nodemailer/lib/qp", null],
  ["cli/replace-file.ts", "node:fs", null],
  ["checks/nul.ts", "node:path", null],
  ["schemas/explain.ts", "../explain/explanation.js", null],
  ["explain/steps.ts", "../schemas/lint.js", "explain may not import from schemas"],
  ["arrange/name-scripts.ts", "../write/write-blob.js", "arrange may not import from write"],
  ["kube/upgrade/pod.ts", "../../pipeline.js", "kube may not import from pipeline.ts"],
  ["cli/lint.ts", "../checks/index.js", "cli may not import from checks"],
  ["model.ts", "./part/part-text.js", "model.ts may not import from part"],
  ["read/read-blob.ts", "../../bench/bench.js", "src/ imports nothing from outside"],
  ["cli/lint.ts", "node:fs", "src/cli/lint.ts may not import node:fs"],
  ["checks/nul.ts", "js-yaml", "src/checks/nul.ts may not import js-yaml"],
  ["attic/old.ts", "../model.js", "src/attic is in no row of build/import-rules.js"],
])("%s importing %s: %s", (file, specifier, problem) => {
  expect(findProblem(file, specifier)).toBe(problem);
});
