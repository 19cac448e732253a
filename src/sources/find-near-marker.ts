/** Text without a type → the line in it that was meant to be a marker, if there is one. */
import { MARKERS, findMarker } from "../part/content-types.js";
import { findNearest } from "../text/find-nearest.js";
import type { TextPosition } from "../text/text-position.js";

/** A line that cloud-init does not take for the marker that it was meant to be. */
export interface NearMarker {
  /** The line as it is, without blanks around it. */
  written: string;
  /** The line as it was meant. */
  marker: string;
  /** Whether it says the same: only its place is wrong. */
  exact: boolean;
  position: TextPosition;
}

/**
 * Looks through the lines above the content (blank ones, comments and `---`) and at the first line of the content
 * itself. A marker in a wrong place wins over a line that is like one, which may be prose.
 */
export function findNearMarker(text: string): NearMarker | null {
  const lines = listHeadLines(text);
  const near = lines.map((head) => ({ head, marker: correctShebang(head.line) ?? correctMarker(head.line) }));
  const template = near.find(({ marker }) => marker === TEMPLATE);
  const late = lines.find(({ line }) => isMarkerLine(line));
  if (!template && late) return describe(late, late.line.trim(), true);
  const found = template ?? near.find(({ marker }) => marker !== null);
  return found ? describe(found.head, found.marker!, false) : null;
}

/** The one marker with another below it. */
const TEMPLATE = "## template: jinja";

interface HeadLine {
  line: string;
  number: number;
}

function describe({ line, number }: HeadLine, marker: string, exact: boolean): NearMarker {
  const position = { line: number, column: line.search(/\S/) + 1 };
  return { written: line.trim(), marker, exact, position };
}

/** In characters: more than stand above the content of a file, and on a line that a person takes for a marker. */
const LONGEST_HEAD = 2 ** 16;
const LONGEST_LINE = 256;

function listHeadLines(text: string): HeadLine[] {
  const lines = text
    .slice(0, LONGEST_HEAD)
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line, number: index + 1 }));
  const content = lines.findIndex(({ line }) => !/^\s*(?:#.*|---\s*)?$/s.test(line));
  const head = content === -1 ? lines : lines.slice(0, content + 1);
  return head.filter(({ line }) => line.length <= LONGEST_LINE && line.trim() !== "");
}

/** In a comment `#!` is a marker only in front of a path. */
function isMarkerLine(line: string): boolean {
  const marker = findMarker(line)?.marker;
  return marker !== undefined && (marker !== "#!" || /^\s*#!\s*\//.test(line));
}

/** What people write for `#!`, in front of the path of an interpreter. */
const NEAR_SHEBANG =
  /^\s*(?:#\s+!|#\\!|!#|!|#)\s*(\/\S*\/(?:env|(?:ba|da|k|z|a)?sh|python[\d.]*|perl|ruby|node)(?: .*)?)$/;

function correctShebang(line: string): string | null {
  const [, command] = NEAR_SHEBANG.exec(line.trimEnd()) ?? [];
  return command === undefined ? null : `#!${command}`;
}

const NAMES: ReadonlyMap<string, string> = new Map(
  MARKERS.filter(({ marker }) => marker !== "#!").map(({ marker }) => [simplify(marker), marker]),
);

/** The marker that the whole line names. Without `#` it must do so exactly, and `# include` may be a heading. */
function correctMarker(line: string): string | null {
  const [, lead, words] = /^\s*(["']?[#!/;\s]*)(.*?)[\s:."']*$/s.exec(line)!;
  const marker = NAMES.get(simplify(words!)) ?? findNearMarkerOf(words!);
  if (marker === null || (!lead!.endsWith("#") && marker === "#include")) return null;
  return lead!.includes("#") || words === marker.slice(1) ? marker : null;
}

/** Only a word on its own has a typing error, not a sentence. */
function findNearMarkerOf(words: string): string | null {
  if (/\s/.test(words.replace(/^template:\s+/i, ""))) return null;
  const name = simplify(words);
  const nearest = findNearest(name, NAMES.keys());
  if (nearest === null) return null;
  const marker = NAMES.get(nearest)!;
  return name.startsWith(nearest.slice(0, marker === TEMPLATE ? 10 : 2)) ? marker : null;
}

/** Without what people leave out or add. */
function simplify(words: string): string {
  return words.toLowerCase().replace(/[#\s_-]/g, "");
}
