import { skipLineEnds } from "./parse-list.js";
import type { Reader } from "./reader.js";
import { isAtWord, readWord } from "./read-word.js";

/** Reads `case WORD in PATTERN) …;; esac`. */
export function parseCase(reader: Reader): void {
  const open = { offset: reader.position, token: "case" };
  reader.position += "case".length;
  reader.skipBlanks();
  if (!isAtWord(reader)) throw reader.unexpected();
  readWord(reader);
  skipLineEnds(reader);
  reader.expect("in", open);
  for (skipLineEnds(reader); reader.peekPlainWord() !== "esac"; skipLineEnds(reader)) {
    if (reader.isAtEnd) break;
    parsePatterns(reader, open);
    reader.grammar.parseList(reader, { mayBeEmpty: true });
    if (!skipClauseEnd(reader)) break;
  }
  reader.expect("esac", open);
}

function parsePatterns(reader: Reader, open: { offset: number; token: string }): void {
  reader.take(/\(/y);
  do {
    reader.skipBlanks();
    if (reader.isAtEnd) reader.expect("esac", open);
    readPattern(reader);
    reader.skipBlanks();
  } while (reader.take(/\|(?!\|)/y) !== null);
  if (reader.isAtEnd) reader.expect("esac", open);
  if (reader.take(/\)/y) === null) throw reader.unexpected("case", ")");
}

/** dash does not check that it is a word. */
function readPattern(reader: Reader): void {
  if (reader.dialect === "dash" && reader.take(DASH_OPERATOR) !== null) return;
  readWord(reader);
}

const DASH_OPERATOR = /;;|;|&&|&|\|\||\||[()]|[0-9]?(?:<<-|<[<&>]?|>[>&|]?)/y;

function skipClauseEnd(reader: Reader): boolean {
  reader.skipBlanks();
  if (reader.dialect === "dash") return reader.take(/;;/y) !== null;
  const operator = reader.take(/;;&|;&|;;/y);
  if (operator?.endsWith("&")) reader.addFeature(";&", reader.position - operator.length);
  return operator !== null;
}
