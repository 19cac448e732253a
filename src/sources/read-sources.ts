/** SourceInput[] → Source[]: reads all inputs, and fills in those that are templates. */
import type { Finding, Source, SourceInput, Stdin } from "../model.js";
import type { ValuesInput } from "../templates/merge-values.js";
import { isTemplateSource } from "./is-template-source.js";
import { loadSources, type LoadedSources } from "./load-sources.js";

/** Sources on their way to parts. */
export interface ReadSources extends LoadedSources {
  /** The templates that could not be filled in, as they are. */
  failed: Source[];
  /** What is wrong with templates and their values; `findings` is what could not be read. */
  filling: Finding[];
}

/** What {@link readSources} needs to know. */
export interface ReadSourcesOptions {
  /** What `-` stands for. */
  stdin: Stdin | null;
  /** The most bytes of one source. */
  maxBytes: number;
  /** Patterns of names that are not wanted from folders. */
  exclude: readonly string[];
  /** What templates are filled in with; null for nothing. */
  values: ValuesInput | null;
}

/**
 * Reads all inputs, in order. The names of templates end in `.j2`.
 *
 * @throws {KubebootError} as {@link loadSources} does
 */
export async function readSources(
  inputs: readonly SourceInput[],
  { stdin, maxBytes, exclude, values }: ReadSourcesOptions,
): Promise<ReadSources> {
  const loaded = await loadSources(inputs, { stdin, maxBytes, exclude, pipes: true });
  if (values === null && !loaded.sources.some(isTemplateSource)) return { ...loaded, failed: [], filling: [] };
  const { fillInSources } = await import("./fill-in-sources.js");
  const filled = await fillInSources(loaded.sources, values ?? []);
  return { ...filled, findings: [...loaded.findings, ...filled.findings] };
}
