/** Source[] → the same with each template `NAME.j2` as the text `NAME` that it makes. */
import { dirname } from "node:path";
import { finding, type Location } from "../findings/finding.js";
import type { Finding, Source } from "../model.js";
import { describeRefusal } from "../templates/describe-refusal.js";
import { fillInTemplate, readTemplate, type ParsedTemplate } from "../templates/fill-in-template.js";
import { listNames } from "../templates/list-names.js";
import type { ValuesInput } from "../templates/merge-values.js";
import type { RenderedTemplate } from "../templates/render-template.js";
import { TemplateRefusal } from "../templates/template-refusal.js";
import { toValue } from "../templates/to-value.js";
import { positionIn, tracePosition } from "../templates/trace-position.js";
import type { Value } from "../templates/values.js";
import { memoizeContent } from "../part/memoize-content.js";
import { IncludedFiles } from "./included-files.js";
import { isTemplateSource } from "./is-template-source.js";
import type { ReadSources } from "./read-sources.js";
import { loadValues } from "./load-values.js";

/** Fills in the templates with the values of all inputs. */
export async function fillInSources(sources: readonly Source[], inputs: ValuesInput): Promise<ReadSources> {
  const { values, findings, unreadable, warnings } = await loadValues(inputs);
  const templates = sources.filter(isTemplateSource);
  if (findings.length + unreadable.length > 0) {
    const others = sources.filter((source) => !templates.includes(source));
    return { sources: others, failed: templates, filling: [...findings, ...warnings], findings: unreadable };
  }
  const variables = new Map(Object.entries(values).map(([name, value]) => [name, toValue(value)]));
  const filled = new SourceFiller().fillIn(sources, {
    find: (name) => variables.get(name),
    list: () => listNames(variables),
  });
  filled.filling.push(...warnings);
  if (templates.length === 0 && variables.size > 0) filled.filling.push(finding("values-unused", {}));
  return { ...filled, findings: [] };
}

/** Sources that were filled in. */
export type FilledSources = Pick<ReadSources, "sources" | "failed" | "filling">;

/** The names that templates see. */
export interface TemplateNames {
  /** The value of a name; undefined where there is none. */
  find: (name: string) => Value | undefined;
  /** All of them, for suggestions. */
  list: () => string[];
}

/** Fills in the same templates again and again: each is read once. */
export class SourceFiller {
  readonly #last = new WeakMap<Uint8Array, { text: string; source: Source }>();

  /** @param root - the folder that includes must stay in; null for that of each template */
  constructor(readonly root: string | null = null) {}

  /** Fills in the templates among the sources. */
  fillIn(sources: readonly Source[], names: TemplateNames): FilledSources {
    const filled: FilledSources = { sources: [], failed: [], filling: [] };
    for (const source of sources) {
      const result = isTemplateSource(source) ? this.#fillInOne(source, names) : source;
      if (Array.isArray(result)) {
        filled.failed.push(source);
        for (const each of result) filled.filling.push(each);
      } else filled.sources.push(result);
    }
    return filled;
  }

  #fillInOne(source: Source, names: TemplateNames): Source | Finding[] {
    const { path, content } = source;
    const parsed = readContent(content);
    if (parsed instanceof TemplateRefusal)
      return [describeRefusal(parsed, locate(path, textOf(content), parsed), names.list)];
    const included = new IncludedFiles(dirname(path), this.root);
    const { rendered, refusals } = fillInTemplate(parsed, names.find, (name) => included.load(name));
    if (rendered === null) {
      return refusals.map((refusal) => {
        const text = refusal.file === null ? parsed.source : included.textOf(refusal.file);
        return describeRefusal(refusal, locate(refusal.file ?? path, text, refusal), names.list);
      });
    }
    const last = this.#last.get(content);
    if (last?.text === rendered.text) return last.source;
    const made = makeSource(source, rendered);
    this.#last.set(content, { text: rendered.text, source: made });
    return made;
  }
}

const readContent = memoizeContent((content): ParsedTemplate | TemplateRefusal => {
  try {
    return readTemplate(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content));
  } catch (error) {
    if (error instanceof TypeError) return new TemplateRefusal("failed", "it is not UTF-8: save it as UTF-8");
    if (error instanceof TemplateRefusal) return error;
    throw error;
  }
});

function locate(path: string, text: string, { at }: TemplateRefusal): Partial<Location> {
  return { path, ...(at !== null && positionIn(text, at)) };
}

function textOf(content: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
}

function makeSource(source: Source, rendered: RenderedTemplate): Source {
  return {
    ...source,
    filename: source.filename.replace(/\.j2$/, ""),
    content: new TextEncoder().encode(rendered.text),
    template: { content: source.content, toSource: (at) => at && tracePosition(rendered, at) },
  };
}
