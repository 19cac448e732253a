import type { Source } from "../model.js";
import { findRepeated, loadSources, type LoadedSources } from "./load-sources.js";

/** Each thread that makes nodes reads the sources and the description again. */
export const LIMITS = { pipes: false, hasDash: false } as const;

/** Loads sources that nodes share, each once. */
export class SharedSources {
  readonly #sources = new Map<string, LoadedSources>();
  readonly #lists = new Map<string, LoadedSources>();

  /**
   * @param resolve - the path of a source of the description
   * @param maxBytes - the most bytes of one source
   */
  constructor(
    readonly resolve: (source: string) => string,
    readonly maxBytes: number,
  ) {}

  /** The sources of one node, in order. Equal lists give the same objects. */
  async load(list: readonly string[]): Promise<LoadedSources> {
    const key = JSON.stringify(list);
    const known = this.#lists.get(key);
    if (known) return known;
    const loaded: LoadedSources = { sources: [], findings: [] };
    for (const source of list) {
      const one = await this.#loadOne(source);
      loaded.sources.push(...one.sources);
      loaded.findings.push(...one.findings);
    }
    loaded.findings.push(...findRepeated(loaded.sources));
    this.#lists.set(key, loaded);
    return loaded;
  }

  /** All that were loaded. */
  list(): Source[] {
    return [...this.#sources.values()].flatMap(({ sources }) => sources);
  }

  async #loadOne(source: string): Promise<LoadedSources> {
    const known = this.#sources.get(source);
    if (known) return known;
    const loaded = await loadSources([this.resolve(source)], { ...LIMITS, maxBytes: this.maxBytes, stdin: null });
    this.#sources.set(source, loaded);
    return loaded;
  }
}
