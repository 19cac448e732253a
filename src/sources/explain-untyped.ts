/** A source that nothing gives a content type → the finding that says why. */
import { extname } from "node:path";
import { MARKERS } from "../part/content-types.js";
import { finding } from "../findings/finding.js";
import type { Finding, Source } from "../model.js";
import type { ManifestProblem } from "../kube/recognize-manifest.js";
import type { Caller } from "../resolve-options.js";
import { findConfigKeys } from "./find-config-keys.js";
import { findNearMarker } from "./find-near-marker.js";
import { isBlankText } from "./is-blank-text.js";
import { findOtherFormat } from "./find-other-format.js";

/** What is known of a source without a content type. */
export interface UntypedSource {
  source: Source;
  /** The content, or null where it is not text. */
  text: string | null;
  /** What is wrong with a text that looks like a manifest. */
  manifest: ManifestProblem | null;
  /** Whose options hints name. */
  caller: Caller;
}

/** Looks for what was meant, the most certain first. */
export function explainUntyped({ source, text, manifest, caller }: UntypedSource): Finding {
  const { path, content, filename } = source;
  const other = findOtherFormat({ ...source, text });
  if (other?.name === undefined && text !== null) {
    const near = explainMarker(path, text);
    if (near) return near;
  }
  if (other) {
    const { format, expected, position } = other;
    const way = other.isExcludable ? describeExclusion(filename, caller) : "";
    const advice = `${other.advice}${way}`;
    return finding("source-foreign", { path, ...position }, { format, expected, advice });
  }
  if (text !== null && SHELL_START.test(text)) {
    return finding("type-unknown", { path, line: 1, column: 1 }, SHELL);
  }
  if (manifest) return explainManifest(path, manifest);
  const keys = text === null ? [] : findConfigKeys(content);
  if (keys.length > 0) return finding("marker-missing", { path, line: 1, column: 1 }, { keys });
  return finding("type-unknown", { path }, describeContent(source, text));
}

function describeExclusion(filename: string, caller: Caller): string {
  if (caller === "upgrade") return "";
  const pattern = filename.replace(/[\\*?[\]{}]/g, String.raw`\$&`);
  const way = caller === "bundle" ? `--exclude '${pattern}'` : `exclude: ${JSON.stringify(pattern)}`;
  return `, with \`${way}\`${caller === "fleet" ? " in the description" : ""} if it is in a listed folder`;
}

function explainManifest(path: string, { reason, fix, line, column, isSyntax }: ManifestProblem): Finding {
  const location = { path, line, column };
  return isSyntax
    ? finding("manifest-syntax", location, { reason, fix })
    : finding("type-unknown", location, {
        reason: `it looks like a Kubernetes manifest, but ${reason}`,
        advice: fix,
      });
}

function explainMarker(path: string, text: string): Finding | null {
  const near = findNearMarker(text);
  if (near === null) return null;
  const { written, marker, exact, position } = near;
  return exact
    ? finding("marker-late", { path, ...position }, { marker })
    : finding("marker-unknown", { path, ...position }, { written, marker });
}

const MARK_IT = `begin it with ${MARKERS.map(({ marker }) => `\`${marker}\``).join(", ")}, or add the type: \`PATH:text/x-shellscript\``;

const FILL_IT = "leave it out, or add what is missing";

const SHELL = { reason: "it looks like a shell script", advice: "begin it with `#!/bin/sh`" };

/** A first line of code, behind comments and blank lines, that begins no manifest and no cloud-config. */
const SHELL_START =
  /^(?:[ \t\r]*(?:#.*)?\n)*(?:set -[a-z]|export \w+=|(?:sudo )?(?:apt-get|apt|dnf|yum|systemctl|curl|wget|mkdir|chmod|useradd|echo) [^:\n]*(?:\n|$)|cat <<|if \[|for \w+ in )/;

/** By extension. */
const INTERPRETERS: ReadonlyMap<string, string> = new Map([
  [".bash", "/bin/bash"],
  [".pl", "/usr/bin/perl"],
  [".py", "/usr/bin/env python3"],
  [".sh", "/bin/sh"],
]);

function describeContent({ content, filename }: Source, text: string | null): { reason: string; advice: string } {
  if (content.length === 0) return { reason: "the file is empty", advice: FILL_IT };
  if ((content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)) {
    return { reason: "the file is UTF-16", advice: "save it as UTF-8" };
  }
  if (text === null) {
    const advice = "save text as UTF-8, and add the type of binary data: `PATH:application/octet-stream`";
    return { reason: "the file is binary, or text in an encoding other than UTF-8", advice };
  }
  if (isBlankText(text)) return { reason: "the file has only comments and blank lines", advice: FILL_IT };
  const interpreter = INTERPRETERS.get(extname(filename));
  if (interpreter !== undefined) {
    return { reason: "the first line is not a marker", advice: `begin it with \`#!${interpreter}\`` };
  }
  return { reason: "the first line is not a marker, and the content is not a Kubernetes manifest", advice: MARK_IT };
}
