/** Sources and blobs → what is wrong with them: the stages of checking. */
import { runChecks } from "./checks/index.js";
import { openArchives } from "./cloud-config/open-archives.js";
import { validateConfigs } from "./cloud-config/validate-configs.js";
import { stopOnErrors } from "./errors.js";
import { hasErrors } from "./findings/finding.js";
import { mergeCovered } from "./findings/merge-covered.js";
import type { Finding, JsonSchema, ReadBundle, Source } from "./model.js";
import type { LintOptions } from "./options.js";
import type { ResolvedOptions } from "./resolve-options.js";
import { judgeFindings } from "./part/judge-findings.js";
import type { Platform } from "./platforms/platforms.js";
import type { Release } from "./releases/releases.js";
import { prepareParts, type PreparedParts } from "./prepare-parts.js";
import type { ReadSources } from "./sources/read-sources.js";
import { checkFit } from "./write/check-fit.js";

/** Inputs that were checked. */
export interface CheckedInputs {
  /** All of them. */
  loaded: readonly Source[];
  /** Those that are finished blobs, opened. */
  blobs: ReadonlyMap<Source, ReadBundle>;
  /** The parts of the others. */
  prepared: PreparedParts;
  platform: Platform | null;
  release: Release | null;
  findings: Finding[];
}

/** Each blob is checked by itself, and all other inputs as the sources of one blob. */
export async function checkSources(
  loaded: ReadSources,
  resolved: ResolvedOptions,
  { schema = "off" }: Pick<LintOptions, "schema">,
): Promise<CheckedInputs> {
  const { platform, release } = resolved;
  const { openBlobs } = await import("./read/open-blobs.js");
  const { blobs, sources } = await openBlobs(loaded.sources, {
    maxBytes: resolved.maxBytes,
    strictMime: platform?.strictMime ?? false,
  });
  const opened = [...blobs.values()];
  const prepared = await prepareParts(sources, resolved);
  const checked = prepared.findings;
  for (const { parts } of opened) {
    const own = await runChecks({ input: parts, arranged: parts }, { ...prepared.instance, release });
    for (const each of own) checked.push(each);
  }
  const parts = await openArchives([...prepared.input, ...opened.flatMap((blob) => blob.parts)]);
  const validated = await validateConfigs(parts, () => loadSchema(schema));
  const found = [
    ...loaded.findings,
    ...loaded.filling,
    ...opened.flatMap((blob) => blob.findings),
    ...mergeCovered(checked, validated),
    ...(await checkFit(prepared.arranged, blobs, resolved)),
  ];
  const findings = judgeFindings(found, parts, resolved);
  if (hasErrors(loaded.findings)) stopOnErrors(findings, { unreadable: true });
  return { loaded: [...loaded.sources, ...loaded.failed], blobs, prepared, platform, release, findings };
}

/** Loaded where there is one. */
async function loadSchema(choice: string): Promise<JsonSchema | null> {
  return choice === "off" ? null : (await import("./cloud-config/load-schema.js")).loadSchema(choice);
}
