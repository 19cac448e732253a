import { fstatSync } from "node:fs";
import type { Io } from "./io.js";

/**
 * Standard input of this process. Node.js takes one that it can't read, such as a folder, for an empty one: here reading
 * it fails with an error that says what it is.
 */
export function openStdin(): Io["stdin"] {
  const kind = findUnreadableKind();
  return kind === null ? process.stdin : failToRead(kind);
}

/** Node.js reads files, pipes, sockets, terminals and other character devices (uv_guess_handle of libuv). */
function findUnreadableKind(): string | null {
  try {
    const stats = fstatSync(0);
    if (stats.isDirectory()) return "a folder";
    return stats.isBlockDevice() ? "a block device" : null;
  } catch {
    return null;
  }
}

async function* failToRead(kind: string): AsyncGenerator<Uint8Array> {
  yield await Promise.reject(new Error(`standard input is ${kind}: redirect a file or a pipe`));
}
