import type { Part, ReadPart } from "../../src/model.ts";

/** A part with defaults for everything that is not given; text is encoded as UTF-8. */
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

/** The same part as if it were read from a blob. */
export function makeReadPart(given: Parameters<typeof makePart>[0] & { number: number }): ReadPart {
  const { type, filename } = makePart(given);
  return {
    ...makePart(given),
    number: given.number,
    declared: { type, filename, transferEncoding: null },
    offset: null,
  };
}
