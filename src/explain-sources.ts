/** Sources or a blob → what happens at boot. */
import { checkSources, type CheckedInputs } from "./check-inputs.js";
import { findSecretLines } from "./checks/find-secret-lines.js";
import { renderParts } from "./checks/render-parts.js";
import { openArchives } from "./cloud-config/open-archives.js";
import { KubebootError } from "./errors.js";
import { explainBoot } from "./explain/explain-boot.js";
import type { Explanation } from "./explain/explanation.js";
import type { SourceInput } from "./model.js";
import type { LintOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { isFleet } from "./sources/is-fleet.js";
import { readSources } from "./sources/read-sources.js";

/**
 * Says what happens at boot, in order, without running or fetching anything. Errors are part of the result and are not
 * thrown.
 *
 * @param inputs - the sources of one blob, as for {@link createBundle}, or one finished blob
 * @param options - as for {@link lintSources}
 * @returns the steps, what becomes of each part, and the merged cloud-config
 * @throws {@link KubebootError} as {@link lintSources} does, and with the code `usage` for a blob among other inputs, or an
 *   image without cloud-init.
 *
 * @example
 * ```js
 * import { explainSources } from "kubeboot";
 *
 * const { steps } = await explainSources(["web.cfg", "install-k3s.sh"]);
 * for (const { number, stage, name, text } of steps) console.log(`${number} ${stage}: ${name} ${text}`);
 * ```
 */
export async function explainSources(inputs: readonly SourceInput[], options: LintOptions = {}): Promise<Explanation> {
  const resolved = resolveOptions(options);
  const loaded = await readSources(inputs, resolved);
  if (isFleet(loaded)) throw new KubebootError("usage", "a fleet is explained node by node: name one with --node NAME");
  return explainChecked(await checkSources(loaded, resolved, options));
}

/**
 * The same for inputs that were checked.
 *
 * @throws {KubebootError} `usage` for a blob among other inputs, or an image without cloud-init
 */
export async function explainChecked(checked: CheckedInputs): Promise<Explanation> {
  const { loaded, blobs, prepared, platform, release, findings } = checked;
  if (release !== null && release.version === null) {
    throw new KubebootError("usage", `${release.name} has ${release.reader}: only what cloud-init does is explained`);
  }
  const [blob] = blobs.values();
  if (blob && loaded.length > 1) {
    throw new KubebootError("usage", "a blob is all the user-data of an instance: explain it alone");
  }
  const parts = await openArchives(blob ? blob.parts : prepared.arranged);
  return explainBoot({
    parts,
    rendered: renderParts(parts, prepared.instance).parts,
    layers: blob?.layers ?? [],
    platform: platform?.name ?? null,
    release,
    findings,
    findSecretLines,
  });
}
