import { finding, type Location } from "../findings/finding.js";
import type { Finding } from "../model.js";
import { findNearest } from "../text/find-nearest.js";
import type { TemplateRefusal } from "./template-refusal.js";

/**
 * Why a template was not filled in before the boot, as a finding.
 *
 * @param listNames - the names that it could have used
 */
export function describeRefusal(
  { kind, message, missing }: TemplateRefusal,
  location: Partial<Location>,
  listNames: () => readonly string[],
): Finding {
  if (kind === "syntax") return finding("fill-syntax", location, { reason: message });
  const name = missing?.path ?? missing?.name ?? null;
  if (kind === "undefined" && name !== null) {
    return finding("fill-undefined", location, { name, near: findNearest(name, listNames()) });
  }
  const reason = kind === "unsupported" ? `kubeboot does not support ${message}` : message;
  return finding("fill-failed", location, { reason });
}
