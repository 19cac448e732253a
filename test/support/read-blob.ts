import { MailParser } from "mailparser";
import { runPython } from "./run-python.ts";

/** A part as a reader of the blob sees it. */
export interface ReadPart {
  type: string;
  filename: string;
  /** The bytes, in base64, so that what differs can be printed. */
  content: string;
}

/** A part as Python's email package sees it. */
export type PythonPart = ReadPart & { mergeType: string | null };

/** Reads blobs as cloud-init does, all in one process. */
export function readWithPython(blobs: readonly Uint8Array[]): PythonPart[][] {
  return runPython<PythonPart[]>(
    "read_bundles.py",
    blobs.map((blob) => Buffer.from(blob).toString("base64")),
  );
}

/**
 * Reads a blob with mailparser. Its simpleParser would join text parts; the class underneath does not. Its
 * own idea of the type is a guess by file name where the header says application/octet-stream.
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
