/** A multipart message as other tools write it: for each part its header lines, a blank line and its text. */
export function makeMessage(...parts: string[]): string {
  const head = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="=="\n';
  return `${head}${parts.map((part) => `\n--==\n${part}`).join("")}\n--==--\n`;
}
