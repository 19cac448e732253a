import type { Finding, Part, TracedPart } from "../model.js";
import type { Release } from "../releases/releases.js";
import type { Check } from "./check.js";

/** All that a check of single parts can see of a part besides its content, and what it found. */
interface CheckedPart {
  part: Part & Partial<TracedPart>;
  headers: string;
  release: Release | null;
  found: Map<Check, Finding[]>;
}

const known = new WeakMap<Uint8Array, CheckedPart[]>();

/** Runs one check. A part that the nodes of a fleet share is checked once. */
export function runCheck(check: Check, parts: readonly Part[], release: Release | null): Finding[] {
  if (!check.each) return check.run(parts, release);
  return parts.flatMap((part) => {
    // The entries of an archive are made anew for each blob.
    if ("isEntry" in part) return check.run([part], release);
    const { found } = findChecked(part, release);
    const findings = found.get(check) ?? check.run([part], release);
    found.set(check, findings);
    return findings;
  });
}

function findChecked(part: Part, release: Release | null): CheckedPart {
  const headers = JSON.stringify(part.headers);
  const all = known.get(part.content) ?? [];
  const same = all.find((each) => each.release === release && each.headers === headers && isSame(each.part, part));
  if (same) return same;
  const checked = { part, headers, release, found: new Map<Check, Finding[]>() };
  known.set(part.content, [...all, checked]);
  return checked;
}

function isSame(one: CheckedPart["part"], other: CheckedPart["part"]): boolean {
  return (
    one.type === other.type &&
    one.path === other.path &&
    one.number === other.number &&
    one.filename === other.filename &&
    one.transferEncoding === other.transferEncoding &&
    one.toSource === other.toSource &&
    Reflect.get(one, "declared") === Reflect.get(other, "declared")
  );
}
