/** The files that one template includes. */
import { realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { describeSystemError } from "../errors.js";
import { readTemplate } from "../templates/fill-in-template.js";
import type { Surroundings } from "../templates/surroundings.js";
import { TemplateRefusal } from "../templates/template-refusal.js";
import { readLimited } from "../read-limited.js";

const MOST_BYTES = 16 * 1024 * 1024;
const NO_FILE = "it is a pipe, or has more than 16 MiB";

/** Reads files beside a template, each once. */
export class IncludedFiles {
  readonly #known = new Map<string, ReturnType<Surroundings["load"]>>();
  readonly #texts = new Map<string, string>();

  /**
   * @param folder - that of the template
   * @param root - the folder that no file may be outside of; null for `folder`
   */
  constructor(
    readonly folder: string,
    readonly root: string | null,
  ) {}

  /** The file that a template names, by its path from the template's folder; null where there is none. */
  load(name: string): ReturnType<Surroundings["load"]> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const loaded = this.#read(name);
    this.#known.set(name, loaded);
    return loaded;
  }

  /** The text that positions in the file are those of. */
  textOf(file: string): string {
    return this.#texts.get(file) ?? "";
  }

  #read(name: string): ReturnType<Surroundings["load"]> {
    const file = join(this.folder, name);
    const text = this.#readText(name, file);
    if (text === null) return null;
    this.#texts.set(file, text.replaceAll(/\r\n?/g, "\n"));
    try {
      return { file, body: readTemplate(text).body };
    } catch (error) {
      if (error instanceof TemplateRefusal) error.file = file;
      throw error;
    }
  }

  #readText(name: string, file: string): string | null {
    const root = this.root ?? this.folder;
    if (isAbsolute(name) || isOutside(root, file)) throw new TemplateRefusal("failed", describeOutside(name, root));
    try {
      if (isOutside(realpathSync(root), realpathSync(file))) {
        throw new TemplateRefusal("failed", describeOutside(name, root));
      }
      const content = statSync(file).isFIFO() ? null : readLimited(file, MOST_BYTES);
      if (content === null) throw new TemplateRefusal("failed", `\`${name}\` can't be included: ${NO_FILE}`);
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    } catch (error) {
      if (error instanceof TemplateRefusal) throw error;
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      const reason = error instanceof TypeError ? "it is not UTF-8" : describeSystemError(error as Error);
      throw new TemplateRefusal("failed", `\`${name}\` can't be included: ${reason}`);
    }
  }
}

function isOutside(root: string, file: string): boolean {
  const path = relative(root, file);
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

function describeOutside(name: string, root: string): string {
  return `\`${name}\` is outside of the folder \`${root}\`, and can't be included`;
}
