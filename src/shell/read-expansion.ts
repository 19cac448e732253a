/** What begins with `$` or a backquote, and what is between quotes. */
import { unclosed, type Reader } from "./reader.js";

/** Where an expansion is: what quotes mean differs. */
type Place = "word" | "quoted";

/** Reads `'…'`. */
export function readSingleQuoted(reader: Reader): string {
  const offset = reader.position;
  const close = reader.text.indexOf("'", offset + 1);
  if (close < 0) throw unclosed({ offset, token: "'" }, "'");
  reader.position = close + 1;
  return reader.text.slice(offset + 1, close);
}

/** Reads `"…"`; null if it contains an expansion. */
export function readDoubleQuoted(reader: Reader): string | null {
  const open = { offset: reader.position, token: '"' };
  reader.position += 1;
  let value: string | null = "";
  for (;;) {
    const plain = reader.take(/[^"\\$`]+/y);
    if (plain !== null) value = value === null ? null : value + plain;
    else if (reader.isAtEnd) throw unclosed(open, '"');
    else if (reader.take(/"/y) !== null) return value;
    else value = readInside(reader, value);
  }
}

function readInside(reader: Reader, value: string | null): string | null {
  const escaped = reader
    .take(/\\[^]?/y)
    ?.replace(/^\\([$`"\\])/, "$1")
    .replace("\\\n", "");
  const added = escaped ?? (readExpansion(reader, "quoted") ? null : "$");
  return value === null || added === null ? null : value + added;
}

/** Reads `$…` or a backquote; false if it is a `$` that stands for itself, or begins a quote. */
export function readExpansion(reader: Reader, place: Place): boolean {
  return reader.nest(() => readAny(reader, place));
}

function readAny(reader: Reader, place: Place): boolean {
  addVariableFeature(reader);
  if (reader.character === "`") readBackquoted(reader);
  else if (reader.startsWith("$((")) readArithmetic(reader);
  else if (reader.startsWith("$(")) readSubstitution(reader, "$(");
  else if (reader.startsWith("${")) readBraces(reader, place);
  else if (reader.startsWith("$[") && reader.dialect === "bash") readMatched(reader, "$[", "]");
  else return reader.take(/\$(?:[A-Za-z_]\w*|[0-9@*#?$!-])?/y)!.length > 1;
  return true;
}

/** What is empty in dash; an operator such as `:-` provides for that. */
function addVariableFeature(reader: Reader): void {
  const [, plain, braced] = reader.look(/\$(?:(RANDOM|EUID)\b|\{(RANDOM|EUID)\})/y) ?? [];
  const name = plain ?? braced;
  if (name !== undefined) reader.addFeature(name as "RANDOM" | "EUID", reader.position);
}

/** Reads `$(…)`, or in bash `<(…)`. */
export function readSubstitution(reader: Reader, token: string): void {
  const open = { offset: reader.position, token };
  const { hereDocuments: outer, isSubstituted } = reader;
  reader.hereDocuments = [];
  reader.isSubstituted = true;
  reader.position += token.length;
  reader.grammar.parseList(reader, { mayBeEmpty: true });
  reader.expect(")", open);
  // bash reads what is announced inside on the next line, dash forgets it.
  reader.hereDocuments = reader.dialect === "bash" ? [...outer, ...reader.hereDocuments] : outer;
  reader.isSubstituted = isSubstituted;
}

/** bash looks into it only when it gets there: it can be a command too. dash always takes it for arithmetic. */
function readArithmetic(reader: Reader): void {
  if (reader.dialect === "dash") readDashArithmetic(reader);
  else readMatched(reader, "$(", ")");
}

function readDashArithmetic(reader: Reader): void {
  const open = { offset: reader.position, token: "$((" };
  reader.position += 3;
  for (let level = 0; ;) {
    if (reader.isAtEnd) throw unclosed(open, "))");
    if (level === 0 && reader.take(/\)\)/y) !== null) return;
    if (reader.take(/\(/y) !== null) level += 1;
    else if (reader.take(/\)/y) !== null) level -= level > 0 ? 1 : 0;
    else if (reader.take(/\\[^]?|[^\\()$`]+/y) === null) readExpansion(reader, "quoted");
  }
}

/**
 * Reads what is between brackets as bash does before it looks into it: quotes, escapes and nested ones count; braces only in
 * braces and subscripts.
 */
export function readMatched(reader: Reader, token: string, close: string): void {
  const open = { offset: reader.position, token };
  const last = token.at(-1)!;
  const hasNoBraces = /^(?:\$?\(\(?|\$\[)$/.test(token);
  reader.position += token.length;
  for (let level = 1; level > 0;) {
    const { character } = reader;
    if (reader.isAtEnd) throw unclosed(open, close);
    else if (character === "'") readSingleQuoted(reader);
    else if (character === '"') readDoubleQuoted(reader);
    else if (character === "\\") reader.position += 2;
    else if (reader.startsWith("$'")) readAnsiQuoted(reader);
    else if (hasNoBraces && reader.startsWith("${")) reader.position += 2;
    else if (character === "$" || character === "`") readExpansion(reader, "word");
    else {
      // The first brace closes a parameter expansion; other brackets nest.
      if (character === close) level -= 1;
      else if (character === last && last !== "{") level += 1;
      reader.position += 1;
    }
  }
}

/** Reads bash's `$'…'`, where a backslash also escapes the quote. */
export function readAnsiQuoted(reader: Reader): void {
  const open = { offset: reader.position, token: "$'" };
  reader.position += 2;
  reader.take(/[^'\\]*(?:\\[^][^'\\]*)*/y);
  if (reader.take(/'/y) === null) throw unclosed(open, "'");
}

function readBraces(reader: Reader, place: Place): void {
  addParameterFeature(reader);
  if (reader.dialect === "bash") readMatched(reader, "${", "}");
  else readDashBraces(reader, place);
}

/** What dash calls a bad substitution when it gets there. */
function addParameterFeature(reader: Reader): void {
  const [, indirect, operator] = reader.look(/\$\{(?:(!)\w|(?:[A-Za-z_]\w*|\d+|[@*])(\[|\/|\^|,|:(?=[ \d$(])))/y) ?? [];
  if (indirect) reader.addFeature("indirect", reader.position);
  if (operator) reader.addFeature(PARAMETER_FEATURES[operator]!, reader.position);
}

const PARAMETER_FEATURES: Record<string, "array" | "replace" | "case" | "substring"> = {
  "[": "array",
  "/": "replace",
  "^": "case",
  ",": "case",
  ":": "substring",
};

/**
 * The parameter, and the operator. dash reads a character of each before it looks whether it is one, and calls it a bad
 * substitution only when it gets there (parser.c, parsesub).
 */
const DASH_PARAMETER =
  /\$\{(?:#(?:[A-Za-z_]\w*|\d+)|#[@*#?$!-](?=\})|(?:[A-Za-z_]\w*|\d+|[@*#?$!-])(?:(%%?|##?)|:[^]|[^}:])?|[^}])?/y;

/** In double quotes, a double quote switches whether a brace closes, and a single quote is text; not behind % and #. */
function readDashBraces(reader: Reader, place: Place): void {
  const open = { offset: reader.position, token: "${" };
  const [head, trim] = reader.look(DASH_PARAMETER) as unknown as [string, string | undefined];
  reader.position += head.length;
  const isQuoted = place === "quoted" && trim === undefined;
  for (let isInner = false; ;) {
    if (reader.isAtEnd) throw unclosed(open, "}");
    if (!isInner && reader.take(/\}/y) !== null) return;
    if (isQuoted && reader.take(/"/y) !== null) isInner = !isInner;
    else if (!isQuoted && reader.character === "'") readSingleQuoted(reader);
    else if (!isQuoted && reader.character === '"') readDoubleQuoted(reader);
    else if (reader.take(/\\[^]?|[^\\$`"'}]+|['"}]/y) === null) {
      readExpansion(reader, isQuoted ? "quoted" : "word");
    }
  }
}

/** bash looks into it only when it gets there. dash parses it, and ignores what follows the commands. */
function readBackquoted(reader: Reader): void {
  const offset = reader.position;
  reader.position += 1;
  const inner = reader.take(/[^`\\]*(?:\\[^][^`\\]*)*/y)!;
  if (reader.take(/`/y) === null) throw unclosed({ offset, token: "`" }, "`");
  if (reader.dialect === "bash") return;
  const commands = inner.replace(/\\([\\`$])/g, "$1");
  reader.readNested(
    commands,
    () => offset,
    (nested) => nested.grammar.parseList(nested, { mayBeEmpty: true }),
  );
}
