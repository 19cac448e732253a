/** Header fields → their lines. */
import { quoteString, safeEncodeURIComponent } from "nodemailer/lib/mime-funcs";
import { isTextType } from "../part/content-types.js";
import type { Part, TransferEncoding } from "../model.js";

/** The fields as a block, without a line end behind it. None is folded: cloud-init drops a folded merge type. */
export function writeHeaders(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/** The fields of a part: those of every part first, then its own. */
export function listHeaders(part: Part, encoding: TransferEncoding): Record<string, string> {
  return {
    "Content-Type": isTextType(part.type) ? `${part.type}; charset="utf-8"` : part.type,
    "MIME-Version": "1.0",
    "Content-Transfer-Encoding": encoding,
    "Content-Disposition": `attachment; ${filenameParameter(part.filename)}`,
    ...part.headers,
  };
}

/** Quoted where that is plain to every reader, else as RFC 2231 section 4 has it. */
function filenameParameter(filename: string): string {
  const isPlain = /^[\w.@+=~,()[\]{}#$&! -]+$/.test(filename);
  return isPlain ? `filename=${quoteString(filename)}` : `filename*=utf-8''${safeEncodeURIComponent(filename)}`;
}
