import { KubebootError, describeSystemError } from "../errors.js";

/** What a command writes to: a stream, or what writes like one and has no events. */
export interface Output {
  readonly isTTY?: boolean;
  /** The width of a terminal. */
  readonly columns?: number | undefined;
  write(data: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
  listenerCount?(event: "error"): number;
  on?(event: "error", listener: () => void): unknown;
}

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

/** Keeps errors of the stream from ending the process: it reports each twice, to the write and as an event. */
export function withoutEvents(stream: Output): Output {
  if (stream.listenerCount?.("error") === 0) stream.on?.("error", () => {});
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
