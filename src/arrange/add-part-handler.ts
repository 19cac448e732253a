/** Part[] → Part[] with kubeboot's part handler first, if a part needs it. */
import { finding } from "../findings/finding.js";
import type { ArrangedParts, Part } from "../model.js";
import type { ResolvedOptions } from "../resolve-options.js";
import { isKubernetes, isPartHandler } from "../part/content-types.js";
import { makePartHandler, settingsOf } from "./part-handler.js";

/** Adds the part handler, unless the user has listed another one for Kubernetes objects. */
export function addPartHandler(parts: readonly Part[], options: ResolvedOptions): ArrangedParts {
  const { handler } = options;
  const needed = handler !== null || parts.some(({ type }) => isKubernetes(type));
  if (!needed || handler === "none") return { parts: [...parts], findings: [] };
  const own = parts.find(handlesKubernetes);
  if (own) return { parts: [...parts], findings: [finding("handler-replaced", { path: own.path })] };
  return { parts: [makePartHandler(settingsOf(options)), ...parts], findings: [] };
}

function handlesKubernetes(part: Part): boolean {
  return isPartHandler(part) && Buffer.from(part.content).includes("text/x-kube-");
}
