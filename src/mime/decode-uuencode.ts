/** Undoes uuencode as Python's email package does (email/message.py, _decode_uu); what can't be stays as it is. */
export function decodeUuencode(body: Buffer): Uint8Array {
  const lines = body.toString("latin1").split(/\r\n|\r|\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]+( |$)/.test(line));
  if (begin === -1) return body;
  const decoded: Buffer[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line === "") return body;
    if (line.trim() === "end") break;
    const bytes = decodeLine(line);
    if (bytes === null) return body;
    decoded.push(bytes);
  }
  return Buffer.concat(decoded);
}

/** The first character is the number of bytes; of the others each is six bits above a blank. */
function decodeLine(line: string): Buffer | null {
  const length = (line.charCodeAt(0) - 32) & 63;
  const bytes = Buffer.alloc(length);
  const digits = Array.from(
    line.slice(1, 1 + Math.ceil((length * 4) / 3)),
    (character) => character.charCodeAt(0) - 32,
  );
  if (digits.some((digit) => digit < 0 || digit > 64)) return null;
  for (let index = 0; index < length; index += 1) {
    const [first, offset] = [Math.floor((index * 8) / 6), (index * 8) % 6];
    const pair = (((digits[first] ?? 0) & 63) << 6) | ((digits[first + 1] ?? 0) & 63);
    bytes[index] = (pair >> (4 - offset)) & 255;
  }
  return bytes;
}
