import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { CloudInitRoot } from "./cloud-init-root.ts";

const FOLDER = "/var/lib/recorded";

/**
 * A replacement for any command, to install in a root under the command's name: it succeeds, and records its
 * arguments and the bytes of those that are files.
 */
export const RECORDING_COMMAND = `#!/bin/sh
name=\${0##*/}
mkdir -p ${FOLDER}
echo "$*" >> ${FOLDER}/$name.calls
for argument; do
  [ -f "$argument" ] || continue
  cp "$argument" "${FOLDER}/$name.$(date +%s%N).file"
done
`;

/** What the command of this name recorded: one line of arguments per call, and the files, in order. */
export function readRecording(root: CloudInitRoot, name: string): { calls: string[]; files: Buffer[] } {
  const folder = root.path(FOLDER);
  const calls = join(folder, `${name}.calls`);
  if (!existsSync(calls)) return { calls: [], files: [] };
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith(".file"));
  return {
    calls: readFileSync(calls, "utf8").trimEnd().split("\n"),
    files: files.toSorted().map((file) => readFileSync(join(folder, file))),
  };
}
