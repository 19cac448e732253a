import { runPython, SYSTEM_PYTHON } from "./run-python.ts";

/** A part as cloud-init takes it. */
export interface TakenPart {
  type: string;
  filename: string;
  /** What the sender meant, in base64. */
  content: string;
}

/** What cloud-init's own code takes from each blob, or null where it gives the blob up; all in one process. */
export function readWithCloudInit(blobs: readonly Uint8Array[]): (TakenPart[] | null)[] {
  return runPython<TakenPart[] | null>(
    "read_user_data.py",
    blobs.map((blob) => Buffer.from(blob).toString("base64")),
    SYSTEM_PYTHON,
  );
}
