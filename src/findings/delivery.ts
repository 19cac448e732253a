import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that arranging and composing parts needs. */
export const DELIVERY_FINDINGS = {
  "boundary-in-part": defineFinding<{ boundary: string; filename: string }>({
    severity: "error",
    message: ({ boundary, filename }) => `the boundary "${boundary}" occurs in ${filename}`,
    hint: "choose another --boundary, or none",
  }),
  "merge-type-unused": defineFinding({
    severity: "note",
    message: () => "the merge type is not used: it goes on the second and later cloud-config parts, and there are none",
    hint: null,
  }),
  "static-pod-only": defineFinding<{ type: string; folder: string }>({
    severity: "error",
    message: ({ type, folder }) => `the kubelet reads ${folder} and takes nothing but pods there, no ${type}`,
    hint: "leave it out, or let --handler watch submit it",
  }),
  "scripts-numbered": defineFinding<{ filename: string }>({
    severity: "note",
    message: ({ filename }) => `delivered as ${filename}: cloud-init runs scripts in the order of their names`,
    hint: null,
  }),
  "handler-moved": defineFinding({
    severity: "note",
    message: () => "moved to the front: a part handler must come before the parts that it handles",
    hint: null,
  }),
  "handler-replaced": defineFinding({
    severity: "note",
    message: () => "this part handler takes the place of kubeboot's: it names text/x-kube-",
    hint: null,
  }),
  "marker-dropped": defineFinding({
    severity: "note",
    message: () => "delivered without its marker line: what stands below is JSON, which has no comments",
    hint: null,
  }),
  "manifest-split": defineFinding<{ kind: string; needed: string; where: string }>({
    severity: "warning",
    message: ({ kind, needed, where }) => `this ${kind} is submitted before the ${needed} ${where}`,
    hint: "put it in a file of its own, or accept the order with --keep-order",
  }),
  "documents-ordered": defineFinding({
    severity: "note",
    message: () => "its documents are delivered in the order in which they must be submitted",
    hint: null,
  }),
};
