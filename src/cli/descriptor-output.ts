import { fstatSync, statSync, writeSync, type Stats } from "node:fs";
import { withoutEvents, type Output } from "./output.js";

/**
 * Writes to a file descriptor of the process directly, because opening its stream takes time. What the descriptor can't
 * take now, such as a pipe that does not block and is full, is left to the stream.
 */
export class DescriptorOutput implements Output {
  readonly #descriptor: number;
  readonly #open: () => Output;
  #needsStream: boolean;

  /** @param open opens the stream of the process for the descriptor */
  constructor(descriptor: number, open: () => Output) {
    this.#descriptor = descriptor;
    this.#open = open;
    // Only the stream writes Unicode to a console of Windows.
    this.#needsStream = process.platform === "win32" && this.#mayBeTerminal();
  }

  get isTTY(): boolean {
    return this.#mayBeTerminal() && this.#open().isTTY === true;
  }

  get columns(): number | undefined {
    return this.#mayBeTerminal() ? this.#open().columns : undefined;
  }

  /** @param done gets the error of the write; is called before `write` returns, if the stream is not needed */
  write(data: string | Uint8Array, done: (error?: Error | null) => void = () => {}): void {
    let rest = typeof data === "string" ? Buffer.from(data) : data;
    try {
      while (!this.#needsStream && rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return done(error as Error);
      this.#needsStream = true;
    }
    if (rest.length === 0) done();
    else withoutEvents(this.#open()).write(rest, done);
  }

  #mayBeTerminal(): boolean {
    try {
      const stats = fstatSync(this.#descriptor);
      return stats.isCharacterDevice() && !isNullDevice(stats);
    } catch {
      // A closed descriptor: the write reports it.
      return false;
    }
  }
}

/** Scripts discard output there, for which no stream is needed. */
function isNullDevice({ rdev }: Stats): boolean {
  return statSync("/dev/null", { throwIfNoEntry: false })?.rdev === rdev;
}
