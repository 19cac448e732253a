import type { Finding } from "./findings/finding.js";

/**
 * What ended the work: `usage`, the call itself is wrong; `unreadable`, a source can't be read;
 * `invalid`, what was read can't become a blob that works.
 */
export type KubebootErrorCode = "usage" | "unreadable" | "invalid";

/**
 * The only error that kubeboot throws on purpose; anything else is a defect in kubeboot.
 *
 * @example
 * try {
 *   await createBundle(["setup.sh"]);
 * } catch (error) {
 *   if (error instanceof KubebootError) console.error(error.findings.map(({ message }) => message));
 * }
 */
export class KubebootError extends Error {
  override readonly name = "KubebootError";

  constructor(
    readonly code: KubebootErrorCode,
    message: string,
    /** Everything found up to here, errors and lesser findings, in the order in which it was found. */
    readonly findings: readonly Finding[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Ends the reading of a blob.
 *
 * @throws {KubebootError} `invalid`, always
 */
export function throwInvalidBlob(found: Finding): never {
  throw new KubebootError("invalid", `${found.path}: ${found.message}`, [found]);
}

/** What the system said: Node's message is "ENAMETOOLONG: name too long, stat 'a'". */
export function describeSystemError({ message }: Error): string {
  return /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
}
