/** Part[] → Part[] with the part handlers first. */
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Part } from "../model.js";
import { isPartHandler } from "../part/content-types.js";

/** cloud-init knows a part handler's types only after it has read the handler, so handlers go first. */
export function putHandlersFirst(parts: readonly Part[]): ArrangedParts {
  const firstOther = parts.findIndex((part) => !isPartHandler(part));
  const moved = parts.filter((part, index) => isPartHandler(part) && firstOther !== -1 && index > firstOther);
  return {
    parts: [...parts.filter(isPartHandler), ...parts.filter((part) => !isPartHandler(part))],
    findings: moved.map(({ path }) => finding("handler-moved", { path })),
  };
}
