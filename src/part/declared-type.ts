import type { Part, ReadPart } from "../model.js";

/** The type that stands beside a part, in lower case: in a blob cloud-init may take it for another. */
export function declaredType(part: Part | ReadPart): string {
  return ("declared" in part ? part.declared.type?.toLowerCase() : null) ?? part.type;
}
