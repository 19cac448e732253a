import type { Part, ReadPart } from "../model.js";

/** The declared type of a part, in lower case; in a blob, cloud-init may treat the part as another type. */
export function declaredType(part: Part | ReadPart): string {
  return ("declared" in part ? part.declared.type?.toLowerCase() : null) ?? part.type;
}
