/** Why something can't be unpacked. */
export interface UnzipProblem {
  tooLarge: boolean;
  /** zlib's own words. */
  reason: string;
}

/** Undoes gzip; more than `maxBytes` bytes are a problem, as is what is no gzip or ends too soon. */
export async function unzip(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array | UnzipProblem> {
  const { gunzipSync } = await import("node:zlib");
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { tooLarge: code === "ERR_BUFFER_TOO_LARGE", reason: message };
  }
}
