/** Compiled chunks as one file. */
import { readSync } from "node:fs";
import { attempt } from "./attempt.js";

/** A chunk that V8 has compiled. */
export interface CompiledChunk {
  /** US-ASCII. */
  source: string;
  /** What V8 made of the source; valid until the next chunk is read. */
  code: Uint8Array;
}

/** The chunks in a file. */
export interface Pack {
  names: readonly string[];
  /** One of them; null if there is none, or a damaged one. */
  read(name: string): CompiledChunk | null;
}

const MAGIC = Buffer.from("kubeboot");

/** The magic number and the length of the index. */
const HEADER = MAGIC.length + 4;

/** The key, and for each chunk its name and the lengths of its code and its source. */
type Index = [key: string, chunks: [name: string, code: number, source: number][]];

/**
 * The header, the index as JSON, twice, and for each chunk its code and its source, twice.
 *
 * The second copies stand for checksums: comparing 1 MB takes 0.1 ms, and a hash 3 ms, most of it for loading
 * `node:crypto`.
 */
export function packChunks(chunks: ReadonlyMap<string, CompiledChunk>, key: string): Buffer {
  const entries = [...chunks];
  const index: Index = [key, entries.map(([name, { code, source }]) => [name, code.length, source.length])];
  const indexBytes = Buffer.from(JSON.stringify(index));
  const header = Buffer.concat([MAGIC, Buffer.alloc(4)]);
  header.writeUInt32LE(indexBytes.length, MAGIC.length);
  const contents = entries.map(([, { code, source }]) => Buffer.concat([code, Buffer.from(source, "latin1")]));
  return Buffer.concat([header, ...[indexBytes, ...contents].flatMap((content) => [content, content])]);
}

/**
 * The chunks in the file; null if it is damaged or has another key. Reads only what is asked for, always into the same
 * memory, because the first use of memory takes time.
 *
 * @param file an open file
 */
export function openPack(file: number, key: string): Pack | null {
  return attempt(() => {
    const header = readAt(file, Buffer.alloc(HEADER), 0);
    if (!header.subarray(0, MAGIC.length).equals(MAGIC)) return null;
    const length = header.readUInt32LE(MAGIC.length);
    const index = readTwice(file, Buffer.alloc(2 * length), HEADER);
    const [found, entries] = JSON.parse(String(index)) as Index;
    return found === key ? createPack(file, entries, HEADER + 2 * length) : null;
  });
}

function createPack(file: number, entries: Index[1], start: number): Pack {
  let end = start;
  const places = new Map(
    entries.map(([name, code, source]) => {
      const place = { start: end, code, size: 2 * (code + source) };
      end += place.size;
      return [name, place];
    }),
  );
  const memory = Buffer.allocUnsafeSlow(Math.max(...Array.from(places.values(), ({ size }) => size)));
  return {
    names: [...places.keys()],
    read: (name) =>
      attempt(() => {
        const place = places.get(name);
        if (place === undefined) return null;
        const content = readTwice(file, memory.subarray(0, place.size), place.start);
        return { code: content.subarray(0, place.code), source: content.toString("latin1", place.code) };
      }),
  };
}

/** The content whose two copies begin at `start`. */
function readTwice(file: number, memory: Buffer, start: number): Buffer {
  const [one, other] = halve(readAt(file, memory, start));
  if (!one.equals(other)) throw new RangeError("the copies differ");
  return one;
}

/** Fills the memory. */
function readAt(file: number, memory: Buffer, start: number): Buffer {
  if (readSync(file, memory, 0, memory.length, start) !== memory.length) throw new RangeError("the file is too short");
  return memory;
}

function halve(bytes: Buffer): [Buffer, Buffer] {
  return [bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2)];
}
