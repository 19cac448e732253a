/** The caller's options → options with every default filled in, or an error for one that can't be. */
import { findMergeTypeProblem } from "./cloud-config/merge-type.js";
import { KubebootError } from "./errors.js";
import type { Stdin } from "./model.js";
import { isContentType } from "./part/content-types.js";
import { findPlatform, type Platform } from "./platforms/platforms.js";

/** How manifests are delivered on the instance. */
export const HANDLER_MODES = ["watch", "direct", "directory"] as const;

/** One of {@link HANDLER_MODES}. */
export type HandlerMode = (typeof HANDLER_MODES)[number];

/** Options that decide what becomes of sources, and so what is found. */
export interface SourceOptions {
  /** The content type of sources that nothing else decides. */
  defaultType?: string;
  /** Where the blob will be used: a name or alias of a platform, whose size limit and encoding then apply. */
  platform?: string;
  /** The X-Merge-Type of the second and later cloud-config parts. */
  mergeType?: string;
  /** How manifests are delivered on the instance; when absent, `watch` if there are any. */
  handler?: HandlerMode | "none";
  /** The folder on the instance that something watches; for the handler mode `directory`, which needs it. */
  manifestDir?: string;
  /** Rewrites v1beta1 objects as v1. */
  upgrade?: boolean;
  /** Leaves Kubernetes objects in the listed order. */
  keepOrder?: boolean;
  /** Makes warnings errors. */
  strict?: boolean;
  /** What the source `-` stands for. */
  stdin?: Stdin;
}

/** Options for {@link createBundle}. */
export interface BundleOptions extends SourceOptions {
  /** Compresses the blob; `auto` only where it does not fit the platform otherwise, `force` also where that is unsafe. */
  gzip?: boolean | "auto" | "force";
  /** Encodes the blob as one line of base64; when absent, as the platform wants it. */
  base64?: boolean;
  /** The boundary between the parts (RFC 2046 section 5.1.1); derived from the parts when absent. */
  boundary?: string;
  /** Seconds: what the part handler may take of the boot, and the applier for one submission; 120 when absent. */
  handlerTimeout?: number;
  /** False leaves the Kubernetes services of the instance as they are; else they are enabled and started. */
  start?: boolean;
  /** False skips the checks without which the message is still whole, that of the limit among them. */
  check?: boolean;
}

/** Options for {@link lintSources}. */
export interface LintOptions extends SourceOptions {
  /**
   * cloud-init's JSON schema for cloud-config: a path, a URL, `auto` for that of an installed cloud-init if
   * there is one, or `off`. When absent, `off`: what is found does not depend on the machine then.
   */
  schema?: string;
}

/** Options for {@link upgradeManifests}. */
export interface UpgradeOptions {
  /** How the result is written; v1 documents stay as they are in YAML. */
  format?: "yaml" | "json";
  /** What the source `-` stands for. */
  stdin?: Stdin;
}

/** Options for {@link readBundle}. */
export interface ReadOptions {
  /** The most bytes that the blob may have, as it is and unpacked; 64 MiB when absent. */
  maxBytes?: number;
  /** What the input `-` stands for. */
  stdin?: Stdin;
}

/** Options for {@link extractBundle}. */
export interface ExtractOptions extends ReadOptions {
  /** The folder for the files; made where it is missing. */
  directory: string;
  /** Replaces files that are there already. */
  force?: boolean;
  /** Writes kubeboot's part handler also where bundling the other files adds it again. */
  handler?: boolean;
}

/** What a blob that nobody vouches for may have: 64 MiB. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** The options as the stages use them. */
export type ResolvedOptions = ReturnType<typeof resolveOptions>;

/**
 * @throws {KubebootError} `usage` for an option that can't be: an unknown platform, or all others in one message
 */
export function resolveOptions(options: BundleOptions) {
  const platform = options.platform === undefined ? null : findPlatform(options.platform);
  const problems = [...findProblems(options), ...findGzipProblems(options, platform)].filter((each) => each !== false);
  if (problems.length > 0) throw new KubebootError("usage", problems.join("; "));
  return {
    platform,
    defaultType: options.defaultType?.toLowerCase() ?? null,
    gzip: options.gzip === "force" || (options.gzip ?? false),
    base64: options.base64 ?? null,
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

function findProblems(options: BundleOptions): (string | false)[] {
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
  ];
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

function findGzipProblems({ gzip, base64 }: BundleOptions, platform: Platform | null): (string | false)[] {
  if (platform === null) return [gzip === "auto" && "to compress only where needed takes a platform (--platform)"];
  const { name, gzip: safety, gzipProblem } = platform;
  return [
    gzip === true && safety === "no" && `gzip is not safe on ${name}: ${gzipProblem}; --gzip=force does it even so`,
    (gzip === true || gzip === "auto") &&
      safety === "base64" &&
      base64 === false &&
      `a gzipped blob reaches cloud-init on ${name} only in base64: leave out --no-base64`,
  ];
}

const BOUNDARY_RULE = "a boundary is 1 to 70 of A-Z a-z 0-9 ' ( ) + _ , - . / : = ? and inner spaces (RFC 2046)";

function isBoundary(boundary: string): boolean {
  return /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/.test(boundary);
}

function isTimeout(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400;
}
