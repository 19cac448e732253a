/** Whether a text can be the boundary between parts (RFC 2046 section 5.1.1). */
export function isBoundary(text: string): boolean {
  return /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/.test(text);
}

/** The same for a person. */
export const BOUNDARY_RULE =
  "use 1 to 70 of A-Z a-z 0-9 ' ( ) + _ , - . / : = ? and spaces, but no space at the end (RFC 2046)";
