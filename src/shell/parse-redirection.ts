import type { Reader } from "./reader.js";
import { isAtWord, readWord } from "./read-word.js";

const DASH = /([0-9]?)(<<-|<<|<&|<>|<|>>|>&|>\||>)/y;
const BASH = /([0-9]+|\{[A-Za-z_]\w*\}|)(<<<|<<-|<<|<&|<>|<(?!\()|>>|>&|>\||>(?!\()|&>>|&>)/y;

/** Reads a redirection: whether it is of standard input, or null if none is there. */
export function parseRedirection(reader: Reader): "input" | "other" | null {
  const expression = reader.dialect === "dash" ? DASH : BASH;
  const match = reader.look(expression);
  if (!match) return null;
  const [all, number, operator] = match as unknown as [string, string, string];
  if (all.startsWith("&>") || reader.startsWith("<<<")) {
    reader.addFeature(all.startsWith("&>") ? "&>" : "<<<", reader.position);
  }
  reader.position += all.length;
  reader.skipBlanks();
  if (!isAtWord(reader) || (!operator.endsWith("&") && reader.look(expression))) throw reader.unexpected();
  const { value, start, end } = readWord(reader, { isDelimiter: operator.startsWith("<<") });
  if (operator === "<<" || operator === "<<-") {
    const written = reader.text.slice(start, end);
    const isQuoted = /['"\\]/.test(written);
    const delimiter = value ?? written.replace(/\\([^])|['"]/g, "$1");
    reader.hereDocuments.push({ delimiter, isQuoted, stripsTabs: operator === "<<-" });
  }
  return operator.startsWith("<") && (number === "" || number === "0") ? "input" : "other";
}
