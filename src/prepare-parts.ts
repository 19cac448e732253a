/** Source[] → parts, arranged and checked: the first stages of bundling, checking and upgrading. */
import { arrangeParts } from "./arrange/arrange-parts.js";
import { makeParts } from "./arrange/make-parts.js";
import { runChecks } from "./checks/index.js";
import type { InstanceOptions } from "./checks/render-parts.js";
import type { Finding, Part, Source } from "./model.js";
import type { ResolvedOptions } from "./resolve-options.js";
import { loadInstanceData } from "./sources/load-instance-data.js";
import { sniffTypes } from "./sources/sniff-types.js";

/** Sources on their way to a blob. */
export interface PreparedParts {
  /** One part for each source. */
  input: Part[];
  /** The parts as the instance gets them. */
  arranged: Part[];
  /** What templates were filled in with for the checks. */
  instance: InstanceOptions;
  findings: Finding[];
}

/** Gives the sources their types, and arranges and checks the parts; without `check`, only the essential checks run. */
export async function prepareParts(
  sources: readonly Source[],
  options: ResolvedOptions,
  arrange: typeof arrangeParts = arrangeParts,
): Promise<PreparedParts> {
  const sniffed = await sniffTypes(sources, options.defaultType, options.caller);
  const input = makeParts(sniffed.sources);
  const arranged = await arrange(input, options);
  const { platform, release, check } = options;
  const instance = {
    instanceData: await loadInstanceData(options.instanceData, { pipes: options.caller !== "fleet" }),
    platform,
  };
  const checked = await runChecks({ input, arranged: arranged.parts }, { essentialOnly: !check, release, ...instance });
  const findings = [...sniffed.findings, ...checked, ...arranged.findings];
  return { input, arranged: arranged.parts, instance, findings };
}

/** Arranges nothing: upgrading makes one manifest of the objects as they are listed. */
export const keepParts: typeof arrangeParts = async (parts) => ({ parts: [...parts], findings: [] });
