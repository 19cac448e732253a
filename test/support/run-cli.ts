import { Writable } from "node:stream";
import { main } from "../../src/cli/main.ts";

/** The environment of a command line. */
export interface CliSetting {
  /** The content of standard input; a stream that fails simulates unreadable input. */
  stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Whether stdout and stderr are terminals. */
  tty?: boolean;
  env?: Record<string, string>;
  /** Replaces the stdout that is collected. */
  stdout?: Writable;
}

/** The result of a command line. */
export interface CliResult {
  status: number;
  stdout: Buffer;
  stderr: string;
}

/** Runs one command line in this process. */
export async function runCli(argv: readonly string[], setting: CliSetting = {}): Promise<CliResult> {
  const { stdin = "", tty = false, env = {} } = setting;
  const out = new Collector(tty);
  const err = new Collector(tty);
  const input = typeof stdin === "string" || stdin instanceof Uint8Array ? toStream(stdin) : stdin;
  const status = await main(argv, { stdin: input, stdout: setting.stdout ?? out, stderr: err, env });
  return { status, stdout: out.bytes(), stderr: err.bytes().toString() };
}

/** A stream that stores what is written to it. */
class Collector extends Writable {
  readonly #chunks: Buffer[] = [];

  constructor(readonly isTTY: boolean) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

async function* toStream(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  const middle = Math.floor(bytes.length / 2);
  for (const chunk of [bytes.subarray(0, middle), bytes.subarray(middle)]) if (chunk.length > 0) yield chunk;
}
