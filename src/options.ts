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
  /** How manifests are delivered on the instance; when absent, `watch` if there are any. */
  handler?: HandlerMode | "none";
  /** The folder on the instance that something watches; for the handler mode `directory`, which needs it. */
  manifestDir?: string;
  /** Seconds: what the part handler may take of the boot, and the applier for one submission; 120 when absent. */
  handlerTimeout?: number;
  /** False leaves the Kubernetes services of the instance as they are; else they are enabled and started. */
  start?: boolean;
  /** Rewrites v1beta1 objects as v1. */
  upgrade?: boolean;
  /** Leaves Kubernetes objects in the listed order. */
  keepOrder?: boolean;
  /** False skips the checks without which the message is still whole. */
  check?: boolean;
  /** Makes warnings errors. */
  strict?: boolean;
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
    manifestDir: options.manifestDir ?? null,
    handlerTimeout: options.handlerTimeout ?? 120,
    start: options.start ?? true,
    upgrade: options.upgrade ?? false,
    keepOrder: options.keepOrder ?? false,
    check: options.check ?? true,
    strict: options.strict ?? false,
    stdin: options.stdin ?? null,
  };
}

function findProblems(options: BundleOptions): string[] {
  const { defaultType, boundary, mergeType, handler, handlerTimeout, manifestDir } = options;
  const mergeProblem = mergeType === undefined ? null : findMergeTypeProblem(mergeType);
  return [
    defaultType !== undefined && !isContentType(defaultType.toLowerCase()) && `"${defaultType}" is no content type`,
    boundary !== undefined && !isBoundary(boundary) && BOUNDARY_RULE,
    mergeProblem !== null && `cloud-init can't use the merge type "${mergeType}": ${mergeProblem}`,
    handler !== undefined && ![...HANDLER_MODES, "none"].includes(handler) && `"${handler}" is no handler mode`,
    handlerTimeout !== undefined &&
      !isTimeout(handlerTimeout) &&
      "the handler timeout is a number of seconds, 1 to 86400",
    ...findFolderProblems(handler, manifestDir),
  ].filter((problem) => problem !== false);
}

function findFolderProblems(handler: string | undefined, folder: string | undefined): (string | false)[] {
  return [
    handler === "directory" &&
      folder === undefined &&
      "the handler mode directory needs a manifest folder (--manifest-dir)",
    handler !== "directory" && folder !== undefined && "a manifest folder goes with the handler mode directory alone",
    folder !== undefined && !folder.startsWith("/") && `the manifest folder "${folder}" is no absolute path`,
  ];
}

const BOUNDARY_RULE = "a boundary is 1 to 70 of A-Z a-z 0-9 ' ( ) + _ , - . / : = ? and inner spaces (RFC 2046)";

function isBoundary(boundary: string): boolean {
  return /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/.test(boundary);
}

function isTimeout(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400;
}
