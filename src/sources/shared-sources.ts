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

  /**
   * The sources of one node, in order. Equal arguments give the same objects.
   *
   * @param exclude - patterns of names that are not wanted from folders
   */
  async load(list: readonly string[], exclude: readonly string[]): Promise<LoadedSources> {
    const key = JSON.stringify([list, exclude]);
    const known = this.#lists.get(key);
    if (known) return known;
    const loaded: LoadedSources = { sources: [], findings: [] };
    for (const source of list) {
      const one = await this.#loadOne(source, exclude);
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

  async #loadOne(source: string, exclude: readonly string[]): Promise<LoadedSources> {
    const key = JSON.stringify([source, exclude]);
    const known = this.#sources.get(key);
    if (known) return known;
    const options = { ...LIMITS, maxBytes: this.maxBytes, stdin: null, exclude };
    const { sources, findings } = await loadSources([this.resolve(source)], options);
    // A pattern is for all folders of the fleet: it need not match in each.
    const loaded = { sources, findings: findings.filter(({ code }) => code !== "exclude-unused") };
    this.#sources.set(key, loaded);
    return loaded;
  }
}
