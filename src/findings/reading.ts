import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that reading and sniffing sources needs. */
export const READING_FINDINGS = {
  "source-missing": defineFinding<{ isGarbled: boolean }>({
    severity: "error",
    unread: true,
    message: () => "no such file or folder",
    hint: ({ isGarbled }) => (isGarbled ? "rename the file if its name is not UTF-8" : "check the path"),
  }),
  "source-dangling": defineFinding({
    severity: "error",
    unread: true,
    message: () => "the symbolic link points to a file that does not exist",
    hint: "fix the link, or leave it out",
  }),
  "source-special": defineFinding<{ kind: string; isRepeated: boolean; hasDash: boolean }>({
    severity: "error",
    unread: true,
    message: ({ kind }) => `the source is a ${kind}, not a file`,
    hint: ({ isRepeated, hasDash }) => {
      if (isRepeated) return "write its content to a file, because a fleet reads it more than once";
      return hasDash ? "list `-` to read it from standard input" : "name a file";
    },
  }),
  "source-unreadable": defineFinding<{ reason: string }>({
    severity: "error",
    unread: true,
    message: ({ reason }) => `the source can't be read: ${reason}`,
    hint: null,
  }),
  "source-too-large": defineFinding<{ maxBytes: number; isFixed: boolean }>({
    severity: "error",
    unread: true,
    message: ({ maxBytes }) => `the source has more than ${maxBytes} bytes: the rest is not read`,
    hint: ({ isFixed }) => (isFixed ? "check that it is the right file" : "raise the limit with `--max-bytes`"),
  }),
  "folder-name": defineFinding({
    severity: "error",
    unread: true,
    message: () => "the name is not UTF-8, which the filename of a part has to be",
    hint: "rename it",
  }),
  "folder-of-kernel": defineFinding({
    severity: "error",
    unread: true,
    message: () => "the folder is the kernel's own, such as /proc: its files are not read",
    hint: "list the files that you need",
  }),
  "folder-special": defineFinding<{ kind: string }>({
    severity: "warning",
    message: ({ kind }) => `a ${kind} in a listed folder: it is skipped`,
    hint: null,
  }),
  "folder-leftover": defineFinding({
    severity: "note",
    message: () => "skipped: its name is that of an editor's backup or swap file",
    hint: "list the file itself if the instance needs it",
  }),
  "exclude-unused": defineFinding<{ glob: string }>({
    severity: "warning",
    message: ({ glob }) => `\`--exclude ${glob}\` matches nothing in a listed folder`,
    hint: "write the name of a file as it is in the folder, without the folder",
  }),
  "folder-empty": defineFinding({
    severity: "error",
    unread: true,
    message: () => "the folder has no files, not counting hidden ones",
    hint: "add files to it, or leave it out",
  }),
  "folder-nested": defineFinding({
    severity: "warning",
    message: () => "a subfolder of a listed folder: its files are ignored",
    hint: "list it as well if you need its files",
  }),
  "source-repeated": defineFinding({
    severity: "warning",
    message: () => "the source is listed more than once: the instance gets it more than once",
    hint: "list it once",
  }),
  "run-stopped": defineFinding<{ reason: string }>({
    severity: "error",
    unread: true,
    message: ({ reason }) => reason,
    hint: null,
  }),
  "type-unknown": defineFinding<{ reason: string; advice: string }>({
    severity: "error",
    message: ({ reason }) => `no content type: ${reason}`,
    hint: ({ advice }) => advice,
  }),
  "type-illegal": defineFinding<{ type: string; nearest: string | null }>({
    severity: "error",
    unread: true,
    message: ({ type }) =>
      type === "" ? "the source has no content type after its colon" : `\`${type}\` is not a content type`,
    hint: ({ nearest }) => `write it like \`PATH:${nearest ?? "text/x-shellscript"}\``,
  }),
  "marker-unknown": defineFinding<{ written: string; marker: string }>({
    severity: "error",
    message: ({ written }) => `no content type: \`${shorten(written)}\` is not a marker`,
    hint: ({ marker }) => `write \`${marker}\` as the first line`,
  }),
  "marker-late": defineFinding<{ marker: string }>({
    severity: "error",
    message: ({ marker }) => `no content type: \`${shorten(marker)}\` is not the first line`,
    hint: "move this line to the top of the file",
  }),
  "marker-missing": defineFinding<{ keys: readonly string[] }>({
    severity: "error",
    message: ({ keys }) =>
      `no content type: looks like cloud-config (${keys
        .slice(0, 2)
        .map((key) => `\`${key}\``)
        .join(", ")}) without its marker`,
    hint: "begin it with `#cloud-config`",
  }),
  "source-foreign": defineFinding<{ format: string; expected: string; advice: string }>({
    severity: "error",
    message: ({ format, expected }) => `this is ${format}, not ${expected}`,
    hint: ({ advice }) => advice,
  }),
};

function shorten(line: string): string {
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
