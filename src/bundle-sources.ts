/** Sources that were read → one blob: the stages of bundling. */
import { openArchives } from "./cloud-config/open-archives.js";
import { stopOnErrors } from "./errors.js";
import { hasErrors } from "./findings/finding.js";
import type { Bundle, Finding } from "./model.js";
import type { ResolvedOptions } from "./resolve-options.js";
import { judgeFindings } from "./part/judge-findings.js";
import { prepareParts } from "./prepare-parts.js";
import type { ReadSources } from "./sources/read-sources.js";
import { writeBlob } from "./write/write-blob.js";

/**
 * Arranges, checks and writes the sources.
 *
 * @throws {KubebootError} `unreadable` or `invalid`, with everything that was found
 */
export async function bundleSources(loaded: ReadSources, options: ResolvedOptions): Promise<Bundle> {
  const prepared = await prepareParts(loaded.sources, options);
  const parts = await openArchives(prepared.input);
  const judge = (found: readonly Finding[]): Finding[] => judgeFindings(found, parts, options);
  const findings = judge([...loaded.findings, ...loaded.filling, ...prepared.findings]);
  stopOnErrors(findings, { unreadable: hasErrors(loaded.findings) });
  const written = await writeBlob(prepared.arranged, options);
  for (const each of judge(written.findings)) findings.push(each);
  stopOnErrors(findings);
  return { ...written, findings };
}
