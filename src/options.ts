/** The caller's options → options with every default filled in, or an error for one that can't be. */
import { isContentType } from "./content-types.js";
import { KubebootError } from "./errors.js";
import { findMergeTypeProblem } from "./merge-type.js";
import { HANDLER_MODES, type HandlerMode } from "./part-handler.js";

/** What {@link createBundle} can be told. */
export interface BundleOptions {
  /** The content type of sources that nothing else decides. */
  defaultType?: string;
  /** Compresses the blob. */
  gzip?: boolean;
  /** Encodes the blob as one line of base64. */
  base64?: boolean;
  /** The boundary between the parts (RFC 2046 section 5.1.1); derived from the parts when absent. */
  boundary?: string;
  /** The X-Merge-Type of the second and later cloud-config parts. */
  mergeType?: string;
  /** How manifests are delivered on the instance; when absent, `direct` if there are any. */
  handler?: HandlerMode | "none";
  /** Seconds that the part handler may take on the instance, waiting included; 120 when absent. */
  handlerTimeout?: number;
  /** Leaves Kubernetes objects in the listed order. */
  keepOrder?: boolean;
  /** False skips the checks without which the message is still whole. */
  check?: boolean;
  /** What the source `-` stands for. */
  stdin?: AsyncIterable<Uint8Array>;
}

/** The options as the stages use them. */
export type ResolvedOptions = ReturnType<typeof resolveOptions>;

/**
 * @throws {KubebootError} `usage` for an option that can't be, all such options in one message
 */
export function resolveOptions(options: BundleOptions) {
  const problems = findProblems(options);
  if (problems.length > 0) throw new KubebootError("usage", problems.join("; "));
  return {
    defaultType: options.defaultType?.toLowerCase() ?? null,
    gzip: options.gzip ?? false,
    base64: options.base64 ?? false,
    boundary: options.boundary ?? null,
    mergeType: options.mergeType ?? null,
    handler: options.handler ?? null,
    handlerTimeout: options.handlerTimeout ?? 120,
    keepOrder: options.keepOrder ?? false,
    check: options.check ?? true,
    stdin: options.stdin ?? null,
  };
}

function findProblems(options: BundleOptions): string[] {
  const { defaultType, boundary, mergeType, handler, handlerTimeout } = options;
  const mergeProblem = mergeType === undefined ? null : findMergeTypeProblem(mergeType);
  return [
    defaultType !== undefined && !isContentType(defaultType.toLowerCase()) && `"${defaultType}" is no content type`,
    boundary !== undefined && !isBoundary(boundary) && BOUNDARY_RULE,
    mergeProblem !== null && `cloud-init can't use the merge type "${mergeType}": ${mergeProblem}`,
    handler !== undefined && ![...HANDLER_MODES, "none"].includes(handler) && `"${handler}" is no handler mode`,
    handlerTimeout !== undefined &&
      !isTimeout(handlerTimeout) &&
      "the handler timeout is a number of seconds, 1 to 86400",
  ].filter((problem) => problem !== false);
}

const BOUNDARY_RULE = "a boundary is 1 to 70 of A-Z a-z 0-9 ' ( ) + _ , - . / : = ? and inner spaces (RFC 2046)";

function isBoundary(boundary: string): boolean {
  return /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/.test(boundary);
}

function isTimeout(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400;
}
