/** Whether a text has nothing but comments, blank lines and `---`. */
export function isBlankText(text: string): boolean {
  return text.split(/\r\n|\r|\n/).every((line) => /^\s*(?:[#;].*|---\s*)?$/s.test(line));
}
