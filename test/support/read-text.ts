import { readBundle } from "../../src/index.ts";

/** The text of the first part of a blob. */
export async function readText(blob: Uint8Array): Promise<string> {
  const { parts } = await readBundle(blob);
  return new TextDecoder().decode(parts[0]!.content);
}
