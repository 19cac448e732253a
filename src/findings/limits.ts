import { joinWords } from "../text/join-words.js";
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

/** The part of THE table of findings that is about platforms, their limits and encodings. */
export const LIMIT_FINDINGS = {
  "limit-exceeded": defineFinding<ExcessArgs>({
    severity: "error",
    message: (excess) => `${countBytes(excess)} exceed the limit of \`${excess.platform}\`, ${excess.limit}`,
    hint: describeWayOut,
  }),
  "limit-doubtful": defineFinding<ExcessArgs>({
    severity: "warning",
    message: (excess) =>
      `${countBytes(excess)} exceed ${excess.limit}, by some documents the limit of \`${excess.platform}\``,
    hint: describeWayOut,
  }),
  "limit-near": defineFinding<LimitArgs & { canCompress: boolean }>({
    severity: "warning",
    message: (fit) => `${countBytes(fit)} are within 10 % of the limit of \`${fit.platform}\`, ${fit.limit}`,
    hint: ({ canCompress }) =>
      canCompress ? "bundle with `--gzip=auto`, which compresses the blob once it exceeds the limit" : null,
  }),
  "limits-exceeded": defineFinding<{ bytes: number; platforms: readonly string[] }>({
    severity: "note",
    message: ({ bytes, platforms }) =>
      `${bytes} bytes exceed the limit of ${platforms.length === 1 ? "one platform" : `${platforms.length} platforms`}`,
    hint: ({ platforms }) => `name yours with \`--platform\`; the limit is lower on ${platforms.join(", ")}`,
  }),
  "gzip-added": defineFinding<{ platform: string }>({
    severity: "note",
    message: ({ platform }) => `compressed, because it does not fit \`${platform}\` otherwise`,
    hint: null,
  }),
  "gzip-unsafe": defineFinding<{ platform: string; problem: string }>({
    severity: "note",
    message: ({ platform, problem }) =>
      `compressed as requested, although that is unsafe on \`${platform}\`: ${problem}`,
    hint: null,
  }),
  "gzip-not-text": defineFinding<{ client: string }>({
    severity: "note",
    message: ({ client }) => `a compressed blob is not text, and \`${client}\` reads only text`,
    hint: "write the blob with `-b`, for a template or an API that takes base64",
  }),
  "base64-added": defineFinding<{ platform: string }>({
    severity: "note",
    message: ({ platform }) => `encoded as base64, which \`${platform}\` expects`,
    hint: "use `--no-base64` for a client that encodes user-data itself",
  }),
  "base64-for-gzip": defineFinding<{ platform: string }>({
    severity: "note",
    message: ({ platform }) => `encoded as base64, without which gzip does not reach cloud-init on \`${platform}\``,
    hint: null,
  }),
  "base64-mark": defineFinding<{ mark: string }>({
    severity: "note",
    message: ({ mark }) => `encoded as base64, which cloud-init decodes only if \`${mark}\` is set`,
    hint: ({ mark }) => `set \`${mark}\` beside the user-data`,
  }),
};

function describeWayOut(excess: ExcessArgs): string {
  const { compressed, limit, isGzipKnown, gzipProblem } = excess;
  if (compressed !== null && compressed <= limit && isGzipKnown && gzipProblem === null) {
    return `bundle with \`--gzip\`, which reduces the blob to ${compressed} bytes`;
  }
  const parts = excess.largest.map(({ name, bytes }) => `\`${name}\` (${bytes} bytes)`);
  return `shorten ${joinWords(parts)}, or list an \`http(s)://\` URL in its place; ${describeGzip(excess)}`;
}

function describeGzip({ platform, limit, compressed, isGzipKnown, gzipProblem }: ExcessArgs): string {
  if (compressed === null) return "the blob is already compressed";
  const size = `\`--gzip\` reduces the blob to ${compressed} bytes`;
  if (compressed > limit) return `${size}, which is still too much`;
  return isGzipKnown ? `${size}, but ${gzipProblem}` : `${size}, if \`${platform}\` accepts gzip`;
}

function countBytes({ size, base64 }: LimitArgs): string {
  return `${size} bytes${base64 ? " of base64" : ""}`;
}
