import { createBundle, type MemorySource } from "../../src/index.ts";

const FIRST_LINE = "#!/bin/sh\n";

/** A script whose blob, neither compressed nor encoded, has exactly this many bytes. */
export async function makeSourceFor(bytes: number): Promise<MemorySource> {
  const empty = await createBundle([{ name: "big.sh", content: FIRST_LINE }]);
  const rest = `${"x".repeat(99)}\n`.repeat(Math.ceil(bytes / 100)).slice(0, bytes - empty.bytes.length);
  return { name: "big.sh", content: FIRST_LINE + rest };
}
