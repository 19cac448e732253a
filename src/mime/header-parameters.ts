/** The parameters of a header value, as Python's email package reads them (email/message.py, email/utils.py). */
import { trimBlanks } from "./trim-blanks.js";

/**
 * The parameter `name` (in lower case) of a value such as `attachment; filename="a.sh"`, or null. Decodes RFC 2231's
 * continuations and encodings, and removes quotes; the text before the first semicolon counts.
 */
export function parseParameter(header: string | null, name: string): string | null {
  if (header === null) return null;
  const parameters = splitParameters(header);
  const plain = parameters.find((parameter) => parameter.name === name);
  return plain ? unquote(unquote(plain.value)) : joinContinuations(parameters.slice(1), name);
}

interface Parameter {
  name: string;
  value: string;
}

/** A semicolon inside quotes does not separate. The first piece may be a parameter too. */
function splitParameters(header: string): Parameter[] {
  const pieces: string[] = [];
  let [start, quotes] = [0, 0];
  for (let index = 0; index <= header.length; index += 1) {
    if (header[index] === '"' && (index === start || header[index - 1] !== "\\")) quotes += 1;
    if (index < header.length && (header[index] !== ";" || quotes % 2 === 1)) continue;
    pieces.push(header.slice(start, index));
    [start, quotes] = [index + 1, 0];
  }
  return pieces.map((piece) => {
    const equals = piece.indexOf("=");
    if (equals === -1) return { name: trimBlanks(piece).toLowerCase(), value: "" };
    return { name: trimBlanks(piece.slice(0, equals)).toLowerCase(), value: trimBlanks(piece.slice(equals + 1)) };
  });
}

function unquote(text: string): string {
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) {
    return text.slice(1, -1).replaceAll("\\\\", "\\").replaceAll('\\"', '"');
  }
  return text.length > 1 && text.startsWith("<") && text.endsWith(">") ? text.slice(1, -1) : text;
}

interface Continuation {
  number: number;
  value: string;
  encoded: boolean;
}

/** `name*`, `name*0`, `name*1*` … (RFC 2231 sections 3 and 4). */
function joinContinuations(parameters: readonly Parameter[], name: string): string | null {
  const pieces: Continuation[] = parameters.flatMap((parameter) => {
    const match = /^(\w+)\*(?:(\d+)\*?)?$/.exec(parameter.name);
    if (match?.[1] !== name) return [];
    return [{ number: Number(match[2] ?? -1), value: unquote(parameter.value), encoded: parameter.name.endsWith("*") }];
  });
  if (pieces.length === 0) return null;
  const sorted = pieces.toSorted((a, b) => a.number - b.number);
  const joined = sorted.map(({ value, encoded }) => (encoded ? percentDecode(value) : value)).join("");
  return sorted.some(({ encoded }) => encoded) ? decodeCharset(joined) : unquote(joined);
}

/** Each octet as the character with that number. */
function percentDecode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** `charset'language'octets`. */
function decodeCharset(text: string): string {
  const match = /^([^']*)'[^']*'(.*)$/s.exec(text);
  const [charset, octets] = match ? [match[1]!, match[2]!] : ["us-ascii", text];
  const bytes = Buffer.from(octets, "latin1");
  if (/^us-ascii$/i.test(charset)) return bytes.toString("latin1").replace(/[\x80-\xff]/g, "\ufffd");
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    return octets;
  }
}
