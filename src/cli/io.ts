import { KubebootError, describeSystemError } from "../errors.js";
import { withoutEvents, type Output } from "./output.js";

/** A command's view of its process. */
export interface Io {
  stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
}

/** The errors of a stream whose reader is gone (`| head`); they are ignored. */
const READER_GONE = new Set(["EPIPE", "ERR_STREAM_DESTROYED"]);

/** Standard input, opened when it is read, because opening it takes time. */
export async function* readStdin(io: Io): AsyncGenerator<Uint8Array> {
  yield* io.stdin;
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
