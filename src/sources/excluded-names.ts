import picomatch from "picomatch/posix.js";
import { finding } from "../findings/finding.js";
import type { Finding } from "../model.js";

/** The names that the caller does not want from listed folders. */
export class ExcludedNames {
  readonly #globs: readonly { glob: string; matches: (name: string) => boolean }[];
  readonly #used = new Set<string>();

  /** @param globs - patterns of names, in the syntax of picomatch without extglobs: `*.md`, `test-?.sh`, `*.{bak,old}` */
  constructor(globs: readonly string[]) {
    this.#globs = globs.map((glob) => ({ glob, matches: picomatch(glob, { noextglob: true }) }));
  }

  /** Whether a pattern matches the name of a file or folder, without the path of the listed folder. */
  has(name: string): boolean {
    const matching = this.#globs.filter(({ matches }) => matches(name));
    for (const { glob } of matching) this.#used.add(glob);
    return matching.length > 0;
  }

  /** A finding for each pattern that has matched nothing. */
  findUnused(): Finding[] {
    const unused = this.#globs.filter(({ glob }) => !this.#used.has(glob));
    return unused.map(({ glob }) => finding("exclude-unused", {}, { glob }));
  }
}
