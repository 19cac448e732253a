import { hasErrors, type Finding } from "./findings/finding.js";

/**
 * The kind of failure.
 *
 * - `usage`: the call itself is wrong, such as an unknown platform.
 * - `unreadable`: a source, a blob or a schema can't be read, or a file can't be written.
 * - `invalid`: the content can be read, and has errors.
 */
export type KubebootErrorCode = "usage" | "unreadable" | "invalid";

/**
 * The error that every function of this package throws for wrong input. Any other error is a bug in kubeboot.
 *
 * @example
 * ```js
 * import { createBundle, KubebootError } from "kubeboot";
 *
 * try {
 *   await createBundle(["broken.cfg"]);
 * } catch (error) {
 *   if (!(error instanceof KubebootError)) throw error;
 *   for (const { severity, path, line, message } of error.findings) {
 *     console.log(`${path}:${line ?? 1}: ${severity}: ${message}`);
 *   }
 * }
 * ```
 */
export class KubebootError extends Error {
  /** `KubebootError`. */
  override readonly name: string = "KubebootError";

  constructor(
    /** The kind of failure. */
    readonly code: KubebootErrorCode,
    message: string,
    /** Everything that was found before the failure, warnings and notes too; empty for the code `usage`. */
    readonly findings: readonly Finding[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Stops reading a blob.
 *
 * @throws {KubebootError} `invalid`, always
 */
export function throwInvalidBlob(found: Finding): never {
  throw new KubebootError("invalid", `${found.path}: ${found.message}`, [found]);
}

/** The reason that the operating system gave: Node's message is "ENAMETOOLONG: name too long, stat 'a'". */
export function describeSystemError({ message }: Error): string {
  return /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
}

/**
 * Throws if there is an error among the findings.
 *
 * @throws {KubebootError} `unreadable` or `invalid`, with all findings
 */
export function stopOnErrors(findings: readonly Finding[], { unreadable = false } = {}): void {
  if (!hasErrors(findings)) return;
  throw new KubebootError(unreadable ? "unreadable" : "invalid", "the sources have errors", findings);
}
