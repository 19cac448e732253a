/** The part of mailparser that the tests use; the package has no types. */
declare module "mailparser" {
  import type { Readable, Transform } from "node:stream";

  export interface AttachmentData {
    type: "attachment";
    headers: Map<string, unknown>;
    filename: string | false;
    content: Readable;
    release: () => void;
  }

  export interface TextData {
    type: "text";
  }

  export class MailParser extends Transform {
    constructor(options?: Record<string, unknown>);
    [Symbol.asyncIterator](): NodeJS.AsyncIterator<AttachmentData | TextData>;
  }
}
