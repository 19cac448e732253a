import { runChecks } from "./checks/index.js";
import { composeMessage } from "./compose.js";
import { isKubernetes } from "./content-types.js";
import { encodeBlob } from "./encode.js";
import { KubebootError } from "./errors.js";
import { finding, hasErrors } from "./findings.js";
import { orderManifests } from "./kube/order-manifests.js";
import { addMergeType } from "./merge-type.js";
import type { ArrangedParts, Bundle, Finding, Part, SourceInput } from "./model.js";
import { resolveOptions, type BundleOptions, type ResolvedOptions } from "./options.js";
import { makePartHandler } from "./part-handler.js";
import { findKubernetesHandler, makeParts, putHandlersFirst } from "./parts.js";
import { nameScripts } from "./script-names.js";
import { sniffTypes } from "./sniff.js";
import { loadSources } from "./sources.js";

export type { BundleOptions } from "./options.js";

/**
 * Turns sources into one user-data blob.
 *
 * The same sources and options give the same bytes on every machine. Nothing is written and no process
 * state is read; paths are relative to the working directory.
 *
 * @param inputs paths, folders, `PATH:TYPE`, `-`, URLs, or content held in memory; in the order in which
 *   the instance gets them
 * @throws {KubebootError} `usage` for options that can't be, `unreadable` for sources that can't be read,
 *   `invalid` for content that would not work; its findings tell all that was found
 */
export async function createBundle(inputs: readonly SourceInput[], options: BundleOptions = {}): Promise<Bundle> {
  const resolved = resolveOptions(options);
  if (inputs.length === 0) throw new KubebootError("usage", "no sources: list at least one file");
  const loaded = await loadSources(inputs, resolved.stdin);
  const sniffed = await sniffTypes(loaded.sources, resolved.defaultType);
  const arranged = arrange(makeParts(sniffed.sources), resolved);
  const checked = runChecks(arranged.parts, { essentialOnly: !resolved.check });
  const findings = [...loaded.findings, ...sniffed.findings, ...checked, ...arranged.findings];
  stopOnErrors(loaded.findings, "unreadable", findings);
  stopOnErrors(findings, "invalid", findings);
  const message = await composeMessage(arranged.parts, resolved);
  return { bytes: await encodeBlob(message.bytes, resolved), parts: message.parts, findings };
}

/** The parts in the order, and with the names and headers, in which the instance gets them. */
function arrange(parts: Part[], options: ResolvedOptions): ArrangedParts {
  const steps: ((parts: readonly Part[]) => ArrangedParts)[] = [
    putHandlersFirst,
    (current) => addPartHandler(current, options),
    (current) => (options.keepOrder ? { parts: [...current], findings: [] } : orderManifests(current)),
    nameScripts,
    (current) =>
      options.mergeType === null ? { parts: [...current], findings: [] } : addMergeType(current, options.mergeType),
  ];
  const findings: Finding[] = [];
  for (const step of steps) {
    const arranged = step(parts);
    parts = arranged.parts;
    findings.push(...arranged.findings);
  }
  return { parts, findings };
}

/** Puts kubeboot's part handler first where something needs it and the user has not listed one of their own. */
function addPartHandler(parts: readonly Part[], { handler, handlerTimeout }: ResolvedOptions): ArrangedParts {
  const needed = handler !== null || parts.some(({ type }) => isKubernetes(type));
  if (!needed || handler === "none") return { parts: [...parts], findings: [] };
  const own = findKubernetesHandler(parts);
  if (own) return { parts: [...parts], findings: [finding("handler-replaced", { path: own.path })] };
  return { parts: [makePartHandler({ mode: handler ?? "direct", timeout: handlerTimeout }), ...parts], findings: [] };
}

function stopOnErrors(found: readonly Finding[], code: "unreadable" | "invalid", all: readonly Finding[]): void {
  if (hasErrors(found)) throw new KubebootError(code, "the sources have errors", all);
}
