/** What runs commands, and writes files. */
import { anyText, textOrNull, wordFlag } from "../lenient-types.js";
import {
  either,
  lenient,
  list,
  mapping,
  mode,
  names,
  nothing,
  text,
  textLike,
  texts,
  type Keys,
} from "../value-type.js";

/** A line for the shell, or a program and its arguments, which must be text. */
export const strictCommand = either(text, texts);

/** The same, where a script is made of it (util.py, shellify): arguments may be numbers. */
const command = either(text, list(anyText));

const ENCODINGS = new Set([
  "text/plain",
  "b64",
  "base64",
  "gz",
  "gzip",
  "gz+b64",
  "gz+base64",
  "gzip+b64",
  "gzip+base64",
]);

/** In other letters, an encoding is known to the module alone; an unknown one is reported by another check. */
const isAsWritten = (value: string): boolean => ENCODINGS.has(value) || !ENCODINGS.has(value.toLowerCase().trim());
const encoding = lenient(textLike(isAsWritten, "an encoding in lower case"), text, nothing);

export const COMMAND_SCHEMAS: Keys = {
  bootcmd: list(lenient(command, nothing), { filled: true }),
  runcmd: list(either(command, nothing), { filled: true }),
  write_files: list(
    mapping(
      {
        path: text,
        content: textOrNull,
        source: lenient(mapping({ uri: text, headers: names(text) }, { required: ["uri"] }), nothing),
        owner: textOrNull,
        permissions: lenient(mode, nothing),
        encoding,
        append: wordFlag,
        defer: wordFlag,
      },
      { required: ["path"] },
    ),
    { filled: true },
  ),
};
