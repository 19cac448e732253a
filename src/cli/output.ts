/** What a command writes to: a stream, or what writes like one and has no events. */
export interface Output {
  readonly isTTY?: boolean;
  /** The width of a terminal. */
  readonly columns?: number | undefined;
  write(data: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
  listenerCount?(event: "error"): number;
  on?(event: "error", listener: () => void): unknown;
}

/** Keeps errors of the stream from ending the process: it reports each twice, to the write and as an event. */
export function withoutEvents(stream: Output): Output {
  if (stream.listenerCount?.("error") === 0) stream.on?.("error", () => {});
  return stream;
}
