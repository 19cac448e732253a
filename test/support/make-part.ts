import type { Part, ReadPart } from "../../src/model.ts";

/** A part that has only what the case is about; text stands for its UTF-8 bytes. */
export function makePart(given: Partial<Omit<Part, "content">> & { content?: string | Uint8Array }): Part {
  const { content = "", ...rest } = given;
  return {
    type: "text/x-shellscript",
    filename: "part",
    transferEncoding: null,
    headers: {},
    path: null,
    number: null,
    ...rest,
    content: Buffer.from(content as Uint8Array),
  };
}

/** The same as if it had been read from a blob. */
export function makeReadPart(given: Parameters<typeof makePart>[0] & { number: number }): ReadPart {
  const { type, filename } = makePart(given);
  return {
    ...makePart(given),
    number: given.number,
    declared: { type, filename, transferEncoding: null },
    offset: null,
  };
}
