/** A description of a fleet → what is wrong with its nodes, or what happens when one of them boots. */
import { checkSources, type CheckedInputs } from "./check-inputs.js";
import { KubebootError } from "./errors.js";
import { explainChecked } from "./explain-sources.js";
import type { Explanation } from "./explain/explanation.js";
import type { FilledMember } from "./fleet/fill-in-values.js";
import type { LintResult } from "./model.js";
import type { LintOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { openFleet, type OpenedFleet } from "./open-fleet.js";
import type { ReadSources } from "./sources/read-sources.js";

/**
 * Checks the sources of every node, each as those of one blob.
 *
 * @param options - they win over those of the description
 * @throws {KubebootError} `usage` for invalid options; `unreadable` for files that can't be read
 */
export async function lintFleet(path: string, options: LintOptions): Promise<LintResult> {
  const fleet = await openFleet(path, { values: options.values, maxBytes: options.maxBytes });
  const check = makeChecker(fleet, options);
  let isUnreadable = false;
  for (const node of fleet.nodes) {
    const { findings } = await check(node).catch((error: unknown) => {
      if (!(error instanceof KubebootError)) throw error;
      isUnreadable = true;
      return error;
    });
    for (const found of findings) fleet.findings.add(found, node.member.name);
  }
  if (isUnreadable) throw new KubebootError("unreadable", "the fleet has errors", fleet.listFindings());
  const texts = fleet
    .listSources()
    .map(({ path: name, filename, content }) => ({ path: name, part: null, filename, content }));
  const own = { path, part: null, filename: path, content: fleet.read.content ?? new Uint8Array() };
  return { findings: fleet.listFindings(), texts: [own, ...texts] };
}

/**
 * Says what happens when a node of a fleet boots, as {@link explainSources} does.
 *
 * @param path - the path of the description
 * @param name - the node
 * @param options - as for {@link lintSources}; they win over those of the description
 * @returns the steps, what becomes of each part, and the merged cloud-config
 * @throws {@link KubebootError} with the code `usage` for a node that is not there and for invalid options; `unreadable` for
 *   files that can't be read; `invalid` for errors in the description.
 *
 * @example
 * ```js
 * import { writeFile } from "node:fs/promises";
 * import { explainNode } from "kubeboot";
 *
 * await writeFile("fleet.yaml", "sources: [web.cfg]\nroles: { web: {} }\nnodes: { web-1: { role: web } }\n");
 * const { steps } = await explainNode("fleet.yaml", "web-1");
 * for (const { number, name, text } of steps) console.log(`${number} ${name}: ${text}`);
 * ```
 */
export async function explainNode(path: string, name: string, options: LintOptions = {}): Promise<Explanation> {
  const fleet = await openFleet(path, { values: options.values, maxBytes: options.maxBytes, only: name });
  const [node] = fleet.nodes;
  if (!node || fleet.listFindings().some(({ severity }) => severity === "error")) {
    throw new KubebootError("invalid", "the fleet has errors", fleet.listFindings());
  }
  return explainChecked(await makeChecker(fleet, options)(node));
}

/** Checks one node after the other; those of a role with the same sources are checked once. */
function makeChecker(fleet: OpenedFleet, options: LintOptions): (node: FilledMember) => Promise<CheckedInputs> {
  if (options.exclude !== undefined) {
    throw new KubebootError(
      "usage",
      'a fleet has its own patterns: write them into the description, such as `exclude: ["*.md"]`',
    );
  }
  const { values: _, stdin: __, ...own } = options;
  const last = new Map<object, { sources: ReadSources; checked: CheckedInputs }>();
  return async (node) => {
    const { role } = node.member;
    const sources = await fleet.readNode(node);
    const known = last.get(role);
    if (known?.sources === sources) return known.checked;
    const checked = await checkSources(sources, resolveOptions({ ...role.options, ...own }, "fleet"), options);
    last.set(role, { sources, checked });
    return checked;
  };
}
