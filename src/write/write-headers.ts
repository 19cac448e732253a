/** Header fields → their lines. */
import { quoteString, safeEncodeURIComponent } from "nodemailer/lib/mime-funcs";
import { isTextType } from "../part/content-types.js";
import type { Part, TransferEncoding } from "../model.js";

/** The fields as a block, without a final line end. None is folded, because cloud-init drops a folded merge type. */
export function writeHeaders(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/** The headers of a part: first those that every part has, then its own. */
export function listHeaders(part: Part, encoding: TransferEncoding): Record<string, string> {
  return {
    "Content-Type": isTextType(part.type) ? `${part.type}; charset="utf-8"` : part.type,
    "MIME-Version": "1.0",
    "Content-Transfer-Encoding": encoding,
    "Content-Disposition": `attachment; ${filenameParameter(part.filename)}`,
    ...part.headers,
  };
}

/** Quoted if every reader understands that, else encoded by RFC 2231 section 4. */
function filenameParameter(filename: string): string {
  const isPlain = /^[\w.@+=~,()[\]{}#$&! -]+$/.test(filename);
  return isPlain ? `filename=${quoteString(filename)}` : `filename*=utf-8''${safeEncodeURIComponent(filename)}`;
}
