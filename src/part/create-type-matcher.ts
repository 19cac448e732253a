import type { Part } from "../model.js";

/** A content type in quotes, or the beginning of one: `"text/x-kube-" + kind`. */
const QUOTED_TYPE = /["']([a-z]+\/[a-z0-9!#$&^_.+-]*)/gi;

/**
 * Whether the part handler handles parts of a type, judged by the quoted types in its text. A handler without a
 * quoted type may handle any.
 */
export function createTypeMatcher(handler: Part): (type: string) => boolean {
  const quoted = [...Buffer.from(handler.content).toString().matchAll(QUOTED_TYPE)].map(([, type]) =>
    type!.toLowerCase(),
  );
  if (quoted.length === 0) return () => true;
  return (type) => quoted.some((each) => each === type || (/[-_./+]$/.test(each) && type.startsWith(each)));
}
