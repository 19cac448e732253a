/** Text → the input language of man(7), for groff and mandoc. */

/** Escapes a text, so that it is printed as it is. */
export function escapeRoff(text: string): string {
  return text
    .replace(/[\\\-'`^~"]/g, (character) => ESCAPES[character]!)
    .replace(
      /[^\n\x20-\x7e]/gu,
      (character) => `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`,
    )
    .replace(/^\./gm, "\\&.");
}

/** As groff_char(7) says, because the plain characters become typographic ones. */
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\e",
  "-": "\\-",
  "'": "\\(aq",
  "`": "\\(ga",
  "^": "\\(ha",
  "~": "\\(ti",
  '"': "\\(dq",
};

/** Literal text, in bold. */
export function bold(text: string): string {
  return `\\fB${escapeRoff(text)}\\fR`;
}

/** A section; nothing if it is empty. */
export function section(title: string, body: string): string {
  // A heading begins a paragraph already.
  return body === "" ? "" : `.SH ${title}\n${body}`.replace(/^(\.S[HS] .*\n)\.PP\n/gm, "$1");
}

/** A paragraph of text that is already escaped. */
export function paragraph(text: string): string {
  return `.PP\n${text}\n`;
}

/** A term and what it means, both already escaped. */
export function term(name: string, meaning: string): string {
  return `.TP\n${name}\n${meaning}\n`;
}

/** Lines that stay as they are. */
export function literal(text: string): string {
  return `.PP\n.RS 4\n.nf\n${escapeRoff(text.trimEnd())}\n.fi\n.RE\n`;
}
