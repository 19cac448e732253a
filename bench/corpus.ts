/**
 * How far lint agrees with a real Kubernetes API server about the manifests in a folder, such as a checkout. Prints
 * Markdown: a row for each folder in it, the table of both verdicts, and each file on which they differ with the reasons.
 * Needs kubectl, openssl, and KUBEBUILDER_ASSETS: a folder with kube-apiserver and etcd.
 *
 *     npm run corpus -- ../argo-cd
 */
import { join } from "node:path";
import type * as Kubeboot from "../src/index.ts";
import { apiServer, startApiServer } from "../test/support/api-server.ts";
import { findManifests } from "./corpus/find-manifests.ts";
import { printTables, type Verdict } from "./corpus/print-tables.ts";
import { sortRefusals } from "./corpus/sort-refusals.ts";
import { submitFiles } from "./corpus/submit-files.ts";

const [folder] = process.argv.slice(2);
if (!folder || !apiServer.present) {
  console.error(folder ? apiServer.remedy : "usage: npm run corpus -- DIR, where DIR has manifests below it");
  process.exit(2);
}

// This file runs as bench/dist/corpus.js.
const { lintSources } = (await import(new URL("../../dist/index.js", import.meta.url).href)) as typeof Kubeboot;
const { manifests, templates } = findManifests(folder);
const refusals = await submit();
const verdicts: Verdict[] = [];
for (const { path } of manifests) {
  const { findings } = await lintSources([join(folder, path)]);
  const errors = findings.filter(({ severity }) => severity === "error");
  verdicts.push({ path, errors, ...sortRefusals(refusals.get(path) ?? []) });
}
process.exitCode = printTables(verdicts, templates) ? 0 : 1;

/** The server runs no longer than it is needed. */
async function submit(): Promise<ReadonlyMap<string, readonly string[]>> {
  const server = await startApiServer();
  try {
    return await submitFiles(server, folder!, manifests);
  } finally {
    await server.stop();
  }
}
