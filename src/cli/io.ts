import type { Writable } from "node:stream";

/** A stream that a command writes to. */
export type Output = Writable & { isTTY?: boolean };

/** What a command sees of its process. */
export interface Io {
  stdin: AsyncIterable<Uint8Array>;
  stdout: Output;
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
}

/** Writes to a stream and waits until it is taken. A reader that went away (`| head`) is no error. */
export function write(stream: Output, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      stream.off("error", settle);
      if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") reject(error);
      else resolve();
    };
    stream.on("error", settle);
    stream.write(data, settle);
  });
}
