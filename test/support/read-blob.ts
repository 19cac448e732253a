import { MailParser } from "mailparser";
import { runPython } from "./run-python.ts";

/** A part as a reader of the blob returns it. */
export interface ReadPart {
  type: string;
  filename: string;
  /** The bytes, in base64, so that differences can be printed. */
  content: string;
}

/** A part as Python's email package returns it. */
export type PythonPart = ReadPart & { mergeType: string | null };

/** Reads blobs as cloud-init does, all in one process. */
export function readWithPython(blobs: readonly Uint8Array[]): PythonPart[][] {
  return runPython<PythonPart[]>(
    "read_bundles.py",
    blobs.map((blob) => Buffer.from(blob).toString("base64")),
  );
}

/**
 * Reads a blob with mailparser. Its simpleParser joins text parts; the class underneath does not. If the header says
 * application/octet-stream, it guesses the type by file name.
 */
export async function readWithMailparser(blob: Uint8Array): Promise<ReadPart[]> {
  const parser = new MailParser({ checksumAlgo: "sha256" });
  parser.end(blob);
  const parts: ReadPart[] = [];
  for await (const data of parser) {
    if (data.type !== "attachment") continue;
    const chunks: Buffer[] = [];
    for await (const chunk of data.content) chunks.push(chunk as Buffer);
    data.release();
    const content = Buffer.concat(chunks).toString("base64");
    const { value: type } = data.headers.get("content-type") as { value: string };
    parts.push({ type, filename: data.filename || "", content });
  }
  return parts;
}
