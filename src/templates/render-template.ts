/** A template with its first line → what cloud-init makes of it. */
import { startWork } from "./budget.js";
import { checkNames } from "./check-names.js";
import { Execution } from "./execute.js";
import type { FilterSet } from "./filter.js";
import { JINJA_FILTERS } from "./filters.js";
import { makeGlobals } from "./globals.js";
import { makeVariables, type JsonObject } from "./instance-data.js";
import { parseTemplate } from "./parse-template.js";
import { writePieces, type Piece } from "./piece.js";
import { Scope } from "./scope.js";
import { TemplateRefusal } from "./template-refusal.js";

/** What a template becomes with the data of one instance. */
export interface RenderedTemplate {
  text: string;
  /** The pieces of the text, in order; their positions are those of `source`. */
  pieces: Piece[];
  /** The template as it was read: without the first line, and with `\n` as line ends. */
  source: string;
}

/**
 * Renders as cloud-init does (templater.py, detect_template; handlers/jinja_template.py).
 *
 * @param text - the template, with its first line
 * @param filters - what can stand behind `|`: for cloud-init, the filters of Jinja
 * @throws {TemplateRefusal} where cloud-init drops the part, and, `unsupported`, for what kubeboot can't render
 */
export function renderTemplate(text: string, data: JsonObject, filters = JINJA_FILTERS): RenderedTemplate {
  try {
    return render(text, data, filters);
  } catch (error) {
    // Each level of the template is one of the stack; Python, too, has a limit.
    if (!(error instanceof RangeError)) throw error;
    throw new TemplateRefusal("unsupported", "so many levels");
  }
}

function render(text: string, data: JsonObject, filters: FilterSet): RenderedTemplate {
  startWork();
  const body = bodyOf(text);
  const source = body.replace(/\n$/, "");
  const statements = parseTemplate(source);
  checkNames(statements, filters);
  const scope = makeGlobals(filters);
  for (const [name, value] of makeVariables(data)) scope.set(name, value);
  const pieces = run(statements, scope);
  if (body.endsWith("\n")) pieces.push({ text: "\n", at: source.length, isText: true, missing: null });
  return { text: writePieces(pieces), pieces, source };
}

/** The text behind the first line, with the line ends that Jinja makes of all. */
export function bodyOf(text: string): string {
  return text.replace(/^.*\n?/, "").replaceAll(/\r\n?/g, "\n");
}

function run(statements: ReturnType<typeof parseTemplate>, globals: Scope): Piece[] {
  try {
    return new Execution().run(statements, new Scope(globals));
  } catch (error) {
    if (error instanceof RangeError) throw new TemplateRefusal("unsupported", "the template is nested too deeply");
    throw error;
  }
}
