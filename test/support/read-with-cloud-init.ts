import { runPython, SYSTEM_PYTHON } from "./run-python.ts";

/** A part as cloud-init reads it. */
export interface TakenPart {
  type: string;
  filename: string;
  /** The decoded content, in base64. */
  content: string;
}

/** The parts that cloud-init's code reads from each blob, or null if it rejects the blob; all in one process. */
export function readWithCloudInit(blobs: readonly Uint8Array[]): (TakenPart[] | null)[] {
  return runPython<TakenPart[] | null>(
    "read_user_data.py",
    blobs.map((blob) => Buffer.from(blob).toString("base64")),
    SYSTEM_PYTHON,
  );
}
