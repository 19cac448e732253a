import { MARKERS, isCompressed, isKubernetes } from "../part/content-types.js";
import { effectiveType } from "../part/effective-type.js";
import { findNearType } from "../part/find-near-type.js";
import { finding, locationOf } from "../findings/finding.js";
import { createTypeMatcher } from "../part/create-type-matcher.js";
import type { Finding, Part } from "../model.js";
import { isScript } from "../part/script-folders.js";
import type { Check } from "./check.js";

/** What nodeadm reads on EKS nodes, besides cloud-init (Amazon EKS user guide, "Launch templates"). */
const READ_BY_OTHERS = new Set(["application/node.eks.aws"]);

const OWN_TYPES = new Set<string>(MARKERS.map(({ type }) => type).filter((type) => !isKubernetes(type)));

export const unhandledType: Check = {
  codes: ["handler-late", "type-unhandled"],
  target: "arranged",
  run: (parts) => {
    const handlers = parts.flatMap((part, index) =>
      part.type === "text/part-handler" ? [{ index, handles: createTypeMatcher(part), filename: part.filename }] : [],
    );
    const found = parts.flatMap((part, index): Finding[] => {
      const type = effectiveType(part);
      if (part.content.length === 0 || isKnown(type)) return [];
      const own = handlers.filter(({ handles }) => handles(type));
      if (own.some((handler) => handler.index < index)) return [];
      const [late] = own;
      if (late) return [finding("handler-late", locationOf(part), { type, handler: late.filename })];
      return [finding("type-unhandled", locationOf(part), { type, nearest: findMeantType(part, type) })];
    });
    return found.filter((each, index) => index === found.findIndex((first) => isSamePlace(first, each)));
  },
};

/** Tools that do not know manifests declare them as plain text. */
function findMeantType({ content }: Part, type: string): string | null {
  const text = type === "text/plain" ? Buffer.from(content).toString() : "";
  const isManifest = /^apiVersion:/m.test(text) && /^kind:/m.test(text);
  return isManifest ? "text/x-kube-manifest" : findNearType(type);
}

/** A source may be delivered in several parts. */
function isSamePlace(a: Finding, b: Finding): boolean {
  return a === b || (a.path !== null && a.path === b.path && a.part === b.part && a.line === b.line);
}

/** Includes types that other checks report: removed, compressed, or containing further parts. */
function isKnown(type: string): boolean {
  return OWN_TYPES.has(type) || isScript(type) || isCompressed(type) || isOther(type);
}

function isOther(type: string): boolean {
  return READ_BY_OTHERS.has(type) || /^(multipart|message)\//.test(type);
}
