/** TypedSource[] → Part[]: one part a source, part handlers first. */
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Part, TypedSource } from "../model.js";

/** One part for each source, in the same order. */
export function makeParts(sources: readonly TypedSource[]): Part[] {
  return sources.map(({ type, filename, content, path }) => ({
    type,
    filename,
    content,
    transferEncoding: null,
    headers: {},
    path,
    number: null,
  }));
}

/** cloud-init knows a part handler's types only after it has met the handler: those go first. */
export function putHandlersFirst(parts: readonly Part[]): ArrangedParts {
  const firstOther = parts.findIndex((part) => !isPartHandler(part));
  const moved = parts.filter((part, index) => isPartHandler(part) && firstOther !== -1 && index > firstOther);
  return {
    parts: [...parts.filter(isPartHandler), ...parts.filter((part) => !isPartHandler(part))],
    findings: moved.map(({ path }) => finding("handler-moved", { path })),
  };
}

/** The user's own part handler for Kubernetes types, if there is one among `parts`. */
export function findKubernetesHandler(parts: readonly Part[]): Part | undefined {
  return parts.find((part) => isPartHandler(part) && Buffer.from(part.content).includes("text/x-kube-"));
}

function isPartHandler({ type }: Part): boolean {
  return type === "text/part-handler";
}
