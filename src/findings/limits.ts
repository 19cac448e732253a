import type { PlatformFit } from "../platforms/fit-platform.js";
import type { Platform } from "../platforms/platforms.js";
import { defineFinding } from "./define-finding.js";

/** How a blob that is too large came to be so. */
export interface Excess extends PlatformFit {
  /** Bytes, counted as the platform counts, with gzip; null for a blob that has it. */
  compressed: number | null;
  largest: readonly { name: string; bytes: number }[];
}

const SMALLER = "shorten one, or list an http(s):// URL instead of it, which the instance reads at boot";

/** The part of THE table of findings that is about platforms, their limits and encodings. */
export const LIMIT_FINDINGS = {
  "limit-exceeded": defineFinding<Excess>({
    severity: "error",
    message: (excess) => `${countBytes(excess)} are more than the ${excess.limit} that ${describeExcess(excess)}`,
    hint: SMALLER,
  }),
  "limit-doubtful": defineFinding<Excess>({
    severity: "warning",
    message: (excess) =>
      `${countBytes(excess)} are more than the ${excess.limit} that by some documents is all that ${describeExcess(excess)}`,
    hint: SMALLER,
  }),
  "limit-near": defineFinding<PlatformFit>({
    severity: "warning",
    message: (fit) => `${countBytes(fit)} are within 10 % of the ${fit.limit} that ${fit.platform.name} takes`,
    hint: null,
  }),
  "limits-exceeded": defineFinding<{ bytes: number; platforms: readonly string[] }>({
    severity: "note",
    message: ({ bytes, platforms }) => `${bytes} bytes no longer fit ${platforms.join(", ")}`,
    hint: "name yours with --platform",
  }),
  "gzip-added": defineFinding<{ platform: string }>({
    severity: "note",
    message: ({ platform }) => `compressed, for it does not fit ${platform} otherwise`,
    hint: null,
  }),
  "gzip-unsafe": defineFinding<{ platform: string; problem: string }>({
    severity: "note",
    message: ({ platform, problem }) => `compressed as forced, though that is not safe on ${platform}: ${problem}`,
    hint: null,
  }),
  "base64-added": defineFinding<{ platform: string }>({
    severity: "note",
    message: ({ platform }) => `written as base64, which ${platform} wants`,
    hint: "--no-base64 leaves it out, for a client that encodes by itself",
  }),
  "base64-for-gzip": defineFinding<{ platform: string }>({
    severity: "note",
    message: ({ platform }) => `written as base64, for gzip reaches cloud-init on ${platform} only so`,
    hint: null,
  }),
  "base64-mark": defineFinding<{ mark: string }>({
    severity: "note",
    message: ({ mark }) => `written as base64, which cloud-init undoes only where ${mark} is set beside it`,
    hint: null,
  }),
};

function describeExcess({ platform, limit, compressed, largest }: Excess): string {
  const parts = largest.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", ");
  return `${platform.name} takes, the most of it from ${parts}; ${describeGzip(platform, limit, compressed)}`;
}

function describeGzip({ name, gzip, gzipProblem }: Platform, limit: number, compressed: number | null): string {
  if (compressed === null) return "it is compressed already";
  const size = `--gzip would make that ${compressed}`;
  if (compressed > limit) return `${size}, still too many`;
  if (gzip === null) return `${size}, if ${name} takes that`;
  return gzipProblem === null ? size : `${size}, but ${gzipProblem}`;
}

function countBytes({ size, platform }: PlatformFit): string {
  return `${size} bytes${platform.measuredOn === "base64" ? " of base64" : ""}`;
}
