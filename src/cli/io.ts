import type { Writable } from "node:stream";
import { KubebootError, describeSystemError } from "../errors.js";

/** A stream that a command writes to. */
export type Output = Writable & { isTTY?: boolean };

/** A command's view of its process. Accessing a stream of a process opens it, which takes time. */
export interface Io {
  stdin: AsyncIterable<Uint8Array>;
  stdout: Output;
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
}

/** The errors of a stream whose reader is gone (`| head`); they are ignored. */
const READER_GONE = new Set(["EPIPE", "ERR_STREAM_DESTROYED"]);

/** Whether output to `stream` may have colour (no-color.org). */
export function hasColor({ env }: Io, stream: Output): boolean {
  return stream.isTTY === true && !env["NO_COLOR"];
}

/** Standard input, opened when it is read. */
export async function* readStdin(io: Io): AsyncGenerator<Uint8Array> {
  yield* io.stdin;
}

/** Keeps errors of the stream from ending the process: it reports each twice, to the write and as an event. */
export function withoutEvents(stream: Output): Output {
  if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  return stream;
}

/**
 * Writes to a stream and waits until the data is written.
 *
 * @throws {KubebootError} `unreadable` when the stream can't be written
 */
export function write(stream: Output, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    withoutEvents(stream).write(data, (error?: NodeJS.ErrnoException | null) => {
      if (!error || READER_GONE.has(error.code ?? "")) resolve();
      else
        reject(
          new KubebootError("unreadable", `output can't be written: ${describeSystemError(error)}`, [], {
            cause: error,
          }),
        );
    });
  });
}
