/** The options of a caller → options with every default filled in, or an error. */
import { findMergeTypeProblem } from "./cloud-config/merge-type.js";
import { KubebootError } from "./errors.js";
import { BOUNDARY_RULE, isBoundary } from "./mime/is-boundary.js";
import { DEFAULT_MAX_BYTES, HANDLER_MODES, type BundleOptions } from "./options.js";
import { isContentType } from "./part/content-types.js";
import { findNearType } from "./part/find-near-type.js";
import { findPlatform } from "./platforms/find-platform.js";
import type { Platform } from "./platforms/platforms.js";
import { findRelease } from "./releases/find-release.js";

/** Each one more takes 50 times as long on a long name. */
const MOST_STARS = 3;

/** What uses the options: `upgrade` has few of them, and a fleet has its own form of them and reads files more than once. */
export type Caller = "bundle" | "fleet" | "upgrade";

/** The options as the stages use them. */
export type ResolvedOptions = ReturnType<typeof resolveOptions>;

/**
 * Checks the options, and fills in the defaults.
 *
 * @param caller `bundle` stands for all commands with its options
 * @throws {KubebootError} `usage` for an unknown platform or release, or with all other invalid options in one message
 */
export function resolveOptions(options: BundleOptions, caller: Caller = "bundle") {
  const platform = options.platform === undefined ? null : findPlatform(options.platform);
  const release = options.release === undefined ? null : findRelease(options.release);
  const problems = [...findProblems(options), ...findGzipProblems(options, platform)].filter((each) => each !== false);
  if (problems.length > 0) throw new KubebootError("usage", problems.join("; "));
  return {
    platform,
    release,
    defaultType: options.defaultType?.toLowerCase() ?? null,
    gzip: options.gzip === "force" || (options.gzip ?? false),
    base64: options.base64 ?? null,
    boundary: options.boundary ?? null,
    mergeType: options.mergeType ?? null,
    merge: options.merge ?? false,
    handler: options.handler ?? null,
    manifestDir: options.manifestDir ?? null,
    handlerTimeout: options.handlerTimeout ?? 120,
    start: options.start ?? true,
    upgrade: options.upgrade ?? false,
    keepOrder: options.keepOrder ?? false,
    check: options.check ?? true,
    strict: options.strict ?? false,
    instanceData: options.instanceData ?? null,
    values: options.values ?? null,
    exclude: [options.exclude ?? []].flat(),
    caller,
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    stdin: options.stdin ?? null,
  };
}

function findProblems(options: BundleOptions): (string | false)[] {
  const {
    defaultType,
    boundary,
    merge,
    mergeType,
    handler,
    handlerTimeout,
    manifestDir,
    maxBytes,
    exclude = [],
  } = options;
  return [
    defaultType !== undefined &&
      !isContentType(defaultType.toLowerCase()) &&
      `"${defaultType}" is not a content type: write it like ${findNearType(defaultType) ?? "text/x-shellscript"}`,
    boundary !== undefined && !isBoundary(boundary) && `invalid boundary: ${BOUNDARY_RULE}`,
    ...[mergeType, merge].map(describeMergeType),
    Boolean(merge) && mergeType !== undefined && "`--merge` and `--merge-type` exclude each other",
    handler !== undefined &&
      ![...HANDLER_MODES, "none"].includes(handler) &&
      `unknown handler mode "${handler}": use ${HANDLER_MODES.join(", ")} or none`,
    handlerTimeout !== undefined &&
      !(Number.isInteger(handlerTimeout) && handlerTimeout >= 1 && handlerTimeout <= 86_400) &&
      "the handler timeout must be a whole number of seconds, from 1 to 86400",
    maxBytes !== undefined &&
      !(Number.isInteger(maxBytes) && maxBytes >= 1) &&
      "the most bytes of a source must be a whole number of at least 1",
    [exclude].flat().includes("") && "a pattern of excluded names is empty",
    [exclude].flat().some((pattern) => pattern.split("*").length > MOST_STARS + 1) &&
      `a pattern of excluded names has more than ${MOST_STARS} \`*\`; use several patterns`,
    ...findFolderProblems(handler, manifestDir),
  ];
}

function describeMergeType(spec: string | boolean | undefined): string | false {
  const problem = typeof spec === "string" ? findMergeTypeProblem(spec) : null;
  return problem !== null && `invalid merge type \`${spec}\`: ${problem}`;
}

function findFolderProblems(handler: string | undefined, folder: string | undefined): (string | false)[] {
  return [
    handler === "directory" &&
      folder === undefined &&
      "handler mode directory needs a manifest folder: set manifestDir (--manifest-dir)",
    handler !== "directory" && folder !== undefined && "a manifest folder needs handler mode directory",
    folder !== undefined && !folder.startsWith("/") && `the manifest folder "${folder}" is not an absolute path`,
  ];
}

function findGzipProblems({ gzip, base64 }: BundleOptions, platform: Platform | null): (string | false)[] {
  if (platform === null) return [gzip === "auto" && "gzip=auto needs a platform: set platform (--platform)"];
  const { name, gzip: safety, gzipProblem } = platform;
  return [
    gzip === true && safety === "no" && `gzip is not safe on ${name}: ${gzipProblem}; gzip=force compresses anyway`,
    (gzip === true || gzip === "auto") &&
      safety === "base64" &&
      base64 === false &&
      `a gzipped blob needs base64 on ${name}: leave out base64=false (--no-base64)`,
  ];
}
