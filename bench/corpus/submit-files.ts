/** Files → what kubectl and the API server say about those that they refuse. */
import { join } from "node:path";
import type { ApiServer } from "../../test/support/api-server.ts";
import type { ManifestFile } from "./find-manifests.ts";

/** So many files that starting kubectl and reading the server's API once for all of them takes little of the time. */
const BATCH = 60;
const PROCESSES = 2;

const APPLY = ["apply", "--validate=true", "--dry-run=server", "--warnings-as-errors=false"];

/**
 * Submits each file as `kubectl apply` does, and stores nothing, so that no file depends on another. The namespaces
 * exist.
 *
 * @returns the reasons, by the path of the refused file
 */
export async function submitFiles(
  server: ApiServer,
  folder: string,
  files: readonly ManifestFile[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  await createNamespaces(server, new Set(files.flatMap(({ namespaces }) => namespaces)));
  const paths = files.map(({ path }) => path);
  const batches = Array.from({ length: Math.ceil(paths.length / BATCH) }, (_, index) =>
    paths.slice(index * BATCH, (index + 1) * BATCH),
  );
  const refusals = new Map<string, string[]>();
  const work = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      for (const [path, reasons] of await submitBatch(server, folder, batch)) refusals.set(path, reasons);
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
  return refusals;
}

async function createNamespaces(server: ApiServer, names: ReadonlySet<string>): Promise<void> {
  const items = [...names].map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } }));
  if (items.length === 0) return;
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items });
  const { status, stderr } = await server.kubectl(["apply", "-f", "-"], list);
  if (status !== 0) throw new Error(`the namespaces can't be created: ${stderr}`);
}

/** What kubectl prints of several files names the file in each reason; where it doesn't, they are submitted one by one. */
async function submitBatch(
  server: ApiServer,
  folder: string,
  paths: readonly string[],
): Promise<readonly [string, string[]][]> {
  const args = paths.flatMap((path) => ["-f", join(folder, path)]);
  const { status, stderr } = await server.kubectl([...APPLY, ...args]);
  if (status === 0) return [];
  if (paths.length === 1) return [[paths[0]!, splitReasons(stderr)]];
  const reasons = splitReasons(stderr);
  const byPath = paths.map((path): [string, string[]] => [
    path,
    reasons.filter((reason) => isAbout(reason, folder, path)),
  ]);
  const found = byPath.filter(([, own]) => own.length > 0);
  // kubectl prints a single error in another form, and does not begin if it can't open a file.
  const isClear = reasons.length > 1 && found.flatMap(([, own]) => own).length === reasons.length;
  if (isClear) return found;
  const alone: [string, string[]][] = [];
  for (const path of paths) alone.push(...(await submitBatch(server, folder, [path])));
  return alone;
}

/** The beginnings of kubectl's errors, which stand in a list in brackets, or each on a line. */
const HEADS =
  /(?=(?<!: )error (?:parsing|validating|when) |resource mapping not found |unable to recognize |from \S+: cannot |Error from server)/;

function splitReasons(stderr: string): string[] {
  const text = stderr.replaceAll(/^Warning:.*\n/gm, "");
  const reasons = text.split(HEADS).map((reason) => reason.replaceAll(/\s+/g, " ").replace(/[, ]+$/, ""));
  return reasons.filter((reason) => !/^(?:error:|\[| )*$/.test(reason));
}

function isAbout(reason: string, folder: string, path: string): boolean {
  const file = join(folder, path);
  return reason.includes(`"${file}"`) || reason.includes(`${file}:`);
}
