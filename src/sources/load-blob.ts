import { throwInvalidBlob, KubebootError } from "../errors.js";
import { finding } from "../findings/finding.js";
import type { MemorySource, Source, Stdin } from "../model.js";
import { loadInput } from "./load-input.js";

/**
 * Reads a blob.
 *
 * @param input a path, `-`, or what the caller holds
 * @throws {KubebootError} as {@link loadInput} does, but `invalid` for what is over the limit, which it may also be unpacked
 */
export async function loadBlob(
  input: string | Uint8Array | MemorySource,
  { stdin, maxBytes }: { stdin: Stdin | null; maxBytes: number },
): Promise<Source> {
  try {
    return await loadInput(input, { stdin, maxBytes, pipes: true, name: "the blob" });
  } catch (error) {
    const found = error instanceof KubebootError ? error.findings : [];
    const tooLarge = found.find(({ code }) => code === "source-too-large");
    if (tooLarge) throwInvalidBlob(finding("blob-too-large", { path: tooLarge.path! }, { maxBytes }));
    throw error;
  }
}
