/** A template of the bundling side → its text: strict about names, and with files that it includes. */
import { startWork } from "./budget.js";
import { checkNames } from "./check-names.js";
import { Execution } from "./execute.js";
import { BUNDLE_FILTERS } from "./bundle-filters.js";
import { makeGlobals } from "./globals.js";
import type { Statement } from "./nodes.js";
import { parseTemplate } from "./parse-template.js";
import type { RenderedTemplate } from "./render-template.js";
import { writePieces } from "./piece.js";
import { LookupScope, Scope } from "./scope.js";
import type { Surroundings } from "./surroundings.js";
import { TemplateRefusal } from "./template-refusal.js";
import { beStrict, type Value } from "./values.js";

/** A template that was read. */
export interface ParsedTemplate {
  /** The text, with `\n` as line ends. */
  source: string;
  body: readonly Statement[];
}

/** What became of a template: its text, or why there is none. */
export type FilledTemplate =
  { rendered: RenderedTemplate; refusals: readonly [] } | { rendered: null; refusals: readonly TemplateRefusal[] };

/**
 * Reads a template, all of which is text and tags: there is no first line to leave out.
 *
 * @throws {TemplateRefusal} `syntax`
 */
export function readTemplate(text: string): ParsedTemplate {
  const source = text.replaceAll(/\r\n?/g, "\n");
  const body = parseTemplate(source);
  checkNames(body, BUNDLE_FILTERS);
  return { source, body };
}

/**
 * Fills in a template as Ansible does: a line end behind a block is dropped, the last one of the text is kept, and a
 * name that does not exist is an error.
 *
 * @param find - the value of a name that it sees, besides the functions of Jinja
 * @param load - the file that it includes
 */
export function fillInTemplate(
  { source, body }: ParsedTemplate,
  find: (name: string) => Value | undefined,
  load: Surroundings["load"],
): FilledTemplate {
  const missing: TemplateRefusal[] = [];
  const scope = new LookupScope(makeGlobals(BUNDLE_FILTERS), find);
  startWork();
  try {
    const pieces = beStrict(() => new Execution({ load, missing }).run(body, new Scope(scope)));
    if (missing.length > 0) return { rendered: null, refusals: missing };
    return { rendered: { text: writePieces(pieces), pieces, source }, refusals: [] };
  } catch (error) {
    return { rendered: null, refusals: [...missing, asRefusal(error)] };
  }
}

/** Each level of a template is one of the stack. */
function asRefusal(error: unknown): TemplateRefusal {
  if (error instanceof TemplateRefusal) return error;
  if (error instanceof RangeError) return new TemplateRefusal("unsupported", "the template is nested too deeply");
  throw error;
}
