/** Reads files one after the other, and collects what came of each. */
import { lstatSync, statSync } from "node:fs";
import { basename } from "node:path";
import { isContentType } from "../part/content-types.js";
import { findNearType } from "../part/find-near-type.js";
import { describeSystemError } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { Finding, Source } from "../model.js";
import { readLimited } from "../read-limited.js";

/** How much is read of what. */
export interface ReadingLimits {
  /** The most bytes of one source. */
  maxBytes: number;
  /** Whether the caller can't set it. Default: `false`. */
  isFixed?: boolean;
  /** Whether pipes are read: what is read again later can't be one. */
  pipes: boolean;
  /** Whether `-` stands for standard input. Default: `true`. */
  hasDash?: boolean;
}

/** What the system knows about a file; without the types of Node.js, because the library's types have none. */
export interface FileStats {
  readonly size: number;
  readonly dev: number;
  readonly ino: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

/** Sources in the order in which they are added. */
export class SourceLoader {
  readonly sources: Source[] = [];
  readonly findings: Finding[] = [];
  /** A pipe gives its content once: when it is listed again, it has the same. */
  readonly #pipes = new Map<string, Uint8Array>();

  constructor(readonly limits: ReadingLimits) {}

  /** What `path` is; null, and a finding, where there is nothing. */
  stat(path: string): FileStats | null {
    const stats = this.attempt(path, () => statEntry(path) ?? "missing");
    if (stats !== "missing") return stats;
    if (hasEntry(path)) this.findings.push(finding("source-dangling", { path }));
    // What Node.js puts in the place of bytes that are not UTF-8.
    else this.findings.push(finding("source-missing", { path }, { isGarbled: path.includes("\ufffd") }));
    return null;
  }

  /** Adds a file or a pipe. */
  addFile(path: string, type: string | null, stats: FileStats): void {
    const { pipes, hasDash = true } = this.limits;
    const isPipe = stats.isFIFO() && pipes;
    if (!stats.isFile() && !isPipe) {
      const args = { kind: this.kindOf(stats), isRepeated: stats.isFIFO(), hasDash: hasDash && !stats.isDirectory() };
      this.findings.push(finding("source-special", { path }, args));
      return;
    }
    const content = this.attempt(path, () => (isPipe ? this.#readPipe(path, stats) : this.#read(path, stats)));
    if (content === "larger") this.addTooLarge(path);
    else if (content) this.add(path, content, type, isPipe ? this.#namePipe(path) : basename(path));
  }

  /** Adds what was read. */
  add(path: string, content: Uint8Array, declared: string | null, filename = basename(path)): void {
    const type = declared === null ? null : expandType(declared);
    if (type !== null && !isContentType(type)) {
      this.findings.push(finding("type-illegal", { path }, { type: declared!, nearest: findNearType(declared!) }));
      return;
    }
    this.sources.push({ path, filename, content, type });
  }

  /** Says that a source has more bytes than the limit. */
  addTooLarge(path: string): void {
    const { maxBytes, isFixed = false } = this.limits;
    this.findings.push(finding("source-too-large", { path }, { maxBytes, isFixed }));
  }

  /** Says why a source can't be read. */
  addUnreadable(path: string, error: unknown): void {
    const reason = describeSystemError(error as Error);
    this.findings.push(finding("source-unreadable", { path }, { reason }));
  }

  /** The result of `read`, or null and a finding that says what the system said. */
  attempt<Result>(path: string, read: () => Result): Result | null {
    try {
      return read();
    } catch (error) {
      this.addUnreadable(path, error);
      return null;
    }
  }

  /** The word for what is not a file. */
  kindOf(stats: FileStats): string {
    if (stats.isFIFO()) return "named pipe";
    if (stats.isSocket()) return "socket";
    return stats.isDirectory() ? "folder" : "device";
  }

  #read(path: string, stats: FileStats): Uint8Array | "larger" {
    return stats.size > this.limits.maxBytes ? "larger" : (readLimited(path, this.limits.maxBytes) ?? "larger");
  }

  #readPipe(path: string, stats: FileStats): Uint8Array | "larger" {
    const key = `${stats.dev}:${stats.ino}`;
    const content = this.#pipes.get(key) ?? this.#read(path, stats);
    if (content !== "larger") this.#pipes.set(key, content);
    return content;
  }

  /** The number of a descriptor differs between shells: the name counts the pipes instead. */
  #namePipe(path: string): string {
    return isDescriptor(path) ? `pipe-${this.#pipes.size}` : basename(path);
  }
}

/** What bash and zsh write in place of `<(command)`. */
function isDescriptor(path: string): boolean {
  return /^\/(?:dev|proc\/[^/]+)\/fd\/\d+$/.test(path);
}

/** The short form `x-shellscript-per-boot` means `text/x-shellscript-per-boot`. */
function expandType(type: string): string {
  const lower = type.toLowerCase();
  return lower.includes("/") ? lower : `text/${lower}`;
}

/** Newer Nodes take a path that goes through a file for missing, older ones throw. */
function statEntry(path: string): FileStats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether there is anything of that name, be it a link to nothing. A name that can't be has no entry. */
export function hasEntry(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
