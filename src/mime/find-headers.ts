/** Where a message begins. */
export interface MessageStart {
  /** In bytes: behind blank lines and a byte order mark, which are defects. */
  offset: number;
  /** The header lines within the first 64 KiB. */
  headers: string;
}

/** The start of bytes that begin with MIME headers, or null. Reads only the first 64 KiB. */
export function findHeaders(bytes: Uint8Array): MessageStart | null {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString("latin1");
  const [blanks] = /^(?:\xef\xbb\xbf)?\s*/.exec(head)!;
  const [headers] = FIELDS.exec(head.slice(blanks.length))!;
  return /^(?:content-type|mime-version):/im.test(headers) ? { offset: blanks.length, headers } : null;
}

/** Fields with their folded lines (RFC 5322 section 2.2), lines ending in LF, CRLF or CR. */
const FIELDS = /^(?:[!-9;-~]+:.*(?:\r\n|\r|\n|$)(?:[ \t].*(?:\r\n|\r|\n|$))*)*/;
