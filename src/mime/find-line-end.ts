const [LF, CR] = [0x0a, 0x0d];

/** Where the line behind the one at `start` begins. Lines end in LF, CRLF or CR, as in Python's email package. */
export function findLineEnd(bytes: Uint8Array, start: number): number {
  for (let index = start; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === LF) return index + 1;
    if (byte === CR) return bytes[index + 1] === LF ? index + 2 : index + 1;
  }
  return bytes.length;
}
