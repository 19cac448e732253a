import { defineFinding } from "./define-finding.js";

/** How a blob stands against a platform's limit. */
export interface LimitArgs {
  platform: string;
  /** Bytes, counted as the platform counts: of base64, where that is what it counts. */
  size: number;
  limit: number;
  base64: boolean;
}

/** How a blob that is too large came to be so. */
export interface ExcessArgs extends LimitArgs {
  /** Bytes, counted as the platform counts, with gzip; null for a blob that has it. */
  compressed: number | null;
  /** Whether it is known if the platform takes gzip. */
  isGzipKnown: boolean;
  /** Why gzip is not safe there; null where it is. */
  gzipProblem: string | null;
  largest: readonly { name: string; bytes: number }[];
}

const SMALLER = "shorten one, or list an http(s):// URL instead of it, which the instance reads at boot";

/** The part of THE table of findings that is about platforms, their limits and encodings. */
export const LIMIT_FINDINGS = {
  "limit-exceeded": defineFinding<ExcessArgs>({
    severity: "error",
    message: (excess) => `${countBytes(excess)} are more than the ${excess.limit} that ${describeExcess(excess)}`,
    hint: SMALLER,
  }),
  "limit-doubtful": defineFinding<ExcessArgs>({
    severity: "warning",
    message: (excess) =>
      `${countBytes(excess)} are more than the ${excess.limit} that by some documents is all that ${describeExcess(excess)}`,
    hint: SMALLER,
  }),
  "limit-near": defineFinding<LimitArgs>({
    severity: "warning",
    message: (fit) => `${countBytes(fit)} are within 10 % of the ${fit.limit} that ${fit.platform} takes`,
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

function describeExcess(excess: ExcessArgs): string {
  const parts = excess.largest.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", ");
  return `${excess.platform} takes, the most of it from ${parts}; ${describeGzip(excess)}`;
}

function describeGzip({ platform, limit, compressed, isGzipKnown, gzipProblem }: ExcessArgs): string {
  if (compressed === null) return "it is compressed already";
  const size = `--gzip would make that ${compressed}`;
  if (compressed > limit) return `${size}, still too many`;
  if (!isGzipKnown) return `${size}, if ${platform} takes that`;
  return gzipProblem === null ? size : `${size}, but ${gzipProblem}`;
}

function countBytes({ size, base64 }: LimitArgs): string {
  return `${size} bytes${base64 ? " of base64" : ""}`;
}
