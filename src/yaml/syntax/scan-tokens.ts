/**
 * A YAML text → its tokens, by PyYAML's rules (scanner.py), which libyaml and go-yaml follow: YAML 1.1, in which a
 * key in block context is recognized by the colon behind it, on the same line and within 1,024 characters.
 */
import { columnOf, isDocumentMark, isGap, peek, take, takeBreak, takeLine } from "./cursor.js";
import { scanAnchor, scanDirective, scanTag } from "./scan-properties.js";
import { scanBlock, scanPlain, scanQuoted } from "./scan-scalar.js";
import {
  addToken,
  closeBlocks,
  dropKey,
  dropOldKeys,
  noteKey,
  openBlock,
  startScan,
  type Reader,
  type Scan,
  type Token,
} from "./scan-state.js";
import { fail } from "./syntax-problem.js";

/** The tokens up to the end, each as soon as what follows cannot change it. @throws {ScanEnd} for an invalid text */
export function* scanTokens(text: string, reader: Reader): Generator<Token, void> {
  const scan = startScan(text, reader);
  for (;;) {
    while (needsMore(scan)) scanToken(scan);
    // Without a possible key, nothing is inserted any more; taking many tokens one by one would be quadratic.
    const settled = scan.waiting.splice(0, scan.keys.size === 0 ? scan.waiting.length : 1);
    scan.given += settled.length;
    yield* settled;
    if (settled.at(-1)!.type === "end") return;
  }
}

function needsMore(scan: Scan): boolean {
  if (scan.waiting.length === 0) return true;
  dropOldKeys(scan);
  const [oldest] = scan.keys.values();
  return oldest?.token === scan.given;
}

function scanToken(scan: Scan): void {
  skipToToken(scan);
  dropOldKeys(scan);
  if (scan.depth === 0) closeBlocks(scan, columnOf(scan));
  const next = peek(scan);
  const isAlone = isGap(peek(scan, 1));
  if (next === "") scanEnd(scan);
  else if (next === "%" && columnOf(scan) === 0) scanDocumentPart(scan, "directive");
  else if (isDocumentMark(scan, "---")) scanDocumentPart(scan, "---");
  else if (isDocumentMark(scan, "...")) scanDocumentPart(scan, "...");
  else if (next === "[" || next === "{") scanOpening(scan, next);
  else if (next === "]" || next === "}") scanClosing(scan, next);
  else if (next === ",") addIndicator(scan, ",", true);
  else if (next === "-" && isAlone) scanIndicator(scan, "-", "block list", "item-here");
  else if (next === "?" && (isAlone || scan.depth > 0)) scanIndicator(scan, "key", "block mapping", "key-here");
  else if (next === ":" && (isAlone || scan.depth > 0)) scanColon(scan);
  else if (next === "*" || next === "&") scanNode(scan, next === "*" ? "alias" : "anchor");
  else if (next === "!") scanNode(scan, "tag");
  else if ((next === "|" || next === ">") && scan.depth === 0) scanBlockScalar(scan);
  else if (isScalarStart(next, isAlone, scan.depth > 0)) scanNode(scan, "scalar");
  else fail("token-start", scan.at);
}

/** Moves over spaces, comments and line ends; for go-yaml, over tabs where no key can begin. */
function skipToToken(scan: Scan): void {
  takeGap(scan);
  while (takeBreak(scan)) {
    if (scan.depth === 0) scan.isKeyAllowed = true;
    takeGap(scan);
  }
}

function takeGap(scan: Scan): void {
  const isTabSpace = scan.reader === "go-yaml" && (scan.depth > 0 || !scan.isKeyAllowed);
  take(scan, isTabSpace ? BLANKS : SPACES);
  if (peek(scan) === "#") takeLine(scan);
}

const SPACES = / */y;
const BLANKS = /[ \t]*/y;

function scanEnd(scan: Scan): void {
  closeBlocks(scan, -1);
  dropKey(scan);
  scan.keys.clear();
  scan.waiting.push({ type: "end", start: scan.at });
}

function scanDocumentPart(scan: Scan, type: "directive" | "---" | "..."): void {
  closeBlocks(scan, -1);
  dropKey(scan);
  scan.isKeyAllowed = false;
  const start = scan.at;
  if (type === "directive") scan.waiting.push({ type, start, directive: scanDirective(scan) });
  else addToken(scan, type, 3);
}

function scanOpening(scan: Scan, type: "[" | "{"): void {
  noteKey(scan);
  scan.depth += 1;
  scan.isKeyAllowed = true;
  addToken(scan, type);
}

function scanClosing(scan: Scan, type: "]" | "}"): void {
  dropKey(scan);
  scan.depth -= 1;
  scan.isKeyAllowed = false;
  addToken(scan, type);
}

/** A `-` or `?`, which begins a collection if it is further right than those around it. */
function scanIndicator(
  scan: Scan,
  type: "-" | "key",
  collection: "block list" | "block mapping",
  rule: "item-here" | "key-here",
): void {
  if (scan.depth === 0) {
    if (!scan.isKeyAllowed) fail(rule, scan.at);
    if (openBlock(scan, columnOf(scan))) addToken(scan, collection, 0);
  }
  addIndicator(scan, type, type === "-" || scan.depth === 0);
}

function addIndicator(scan: Scan, type: "-" | "key" | "value" | ",", isKeyAllowed: boolean): void {
  scan.isKeyAllowed = isKeyAllowed;
  dropKey(scan);
  addToken(scan, type);
}

/** Makes a key of what is in front of it. */
function scanColon(scan: Scan): void {
  const key = scan.keys.get(scan.depth);
  if (!key) {
    if (scan.depth === 0) {
      if (!scan.isKeyAllowed) fail("value-here", scan.at);
      if (openBlock(scan, columnOf(scan))) addToken(scan, "block mapping", 0);
    }
    addIndicator(scan, "value", scan.depth === 0);
    return;
  }
  scan.keys.delete(scan.depth);
  const { start } = key;
  const isNew = scan.depth === 0 && openBlock(scan, start - key.lineStart);
  const tokens: Token[] = [...(isNew ? [{ type: "block mapping" as const, start }] : []), { type: "key", start }];
  scan.waiting.splice(key.token - scan.given, 0, ...tokens);
  scan.isKeyAllowed = false;
  addToken(scan, "value");
}

/** A node that may be a key. */
function scanNode(scan: Scan, type: "alias" | "anchor" | "tag" | "scalar"): void {
  noteKey(scan);
  scan.isKeyAllowed = false;
  const start = scan.at;
  const quote = peek(scan);
  const token: Token = { type, start };
  if (type === "tag") token.name = scanTag(scan, scan.reader);
  else if (type !== "scalar") token.name = scanAnchor(scan);
  else if (quote === "'" || quote === '"') scanQuoted(scan, scan.reader);
  else scan.isKeyAllowed = scanPlain(scan, { reader: scan.reader, isFlow: scan.depth > 0, indent: scan.indent });
  scan.waiting.push(token);
}

function scanBlockScalar(scan: Scan): void {
  scan.isKeyAllowed = true;
  dropKey(scan);
  const start = scan.at;
  scanBlock(scan, scan.indent, scan.reader);
  scan.waiting.push({ type: "scalar", start });
}

/** Whether text begins: `-`, and outside of brackets `?` and `:`, belong to it unless a gap follows. */
function isScalarStart(next: string, isAlone: boolean, isFlow: boolean): boolean {
  if (next === "-") return !isAlone;
  if (next === "?" || next === ":") return !isAlone && !isFlow;
  return !isGap(next) && !"|>%@`".includes(next);
}
