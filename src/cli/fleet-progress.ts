import type { Io } from "./io.js";

/** Milliseconds: what takes less time needs no progress. */
const PATIENCE = 500;

/** Milliseconds between two changes of the line. */
const PACE = 100;

/** One line on a terminal that says how far a long command is. */
export class FleetProgress {
  #next: number;
  #isShown = false;

  /** @param now - the time in milliseconds */
  constructor(
    readonly io: Pick<Io, "stderr" | "env">,
    readonly now = Date.now,
  ) {
    this.#next = now() + PATIENCE;
  }

  show(done: number, total: number): void {
    if (this.io.stderr.isTTY !== true || this.io.env["TERM"] === "dumb") return;
    const time = this.now();
    if (time < this.#next) return;
    this.#next = time + PACE;
    this.#isShown = true;
    this.io.stderr.write(`\r\x1b[K${done} of ${total} nodes`);
  }

  /** Removes the line. */
  end(): void {
    if (this.#isShown) this.io.stderr.write("\r\x1b[K");
  }
}
