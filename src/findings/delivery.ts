import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that arranging and composing parts needs. */
export const DELIVERY_FINDINGS = {
  "boundary-in-part": defineFinding<{ boundary: string; filename: string }>({
    severity: "error",
    message: ({ boundary, filename }) => `the boundary \`${boundary}\` occurs in \`${filename}\``,
    hint: "choose another `--boundary`, or leave the option out",
  }),
  "merge-type-unused": defineFinding({
    severity: "note",
    message: () => "the merge type is unused: only a second or later cloud-config part gets it",
    hint: null,
  }),
  "configs-merged": defineFinding<{ count: number; filename: string }>({
    severity: "note",
    message: ({ count, filename }) => `${count} cloud-configs are merged into \`${filename}\`, without their comments`,
    hint: null,
  }),
  "config-unmerged": defineFinding<{ reason: string }>({
    severity: "note",
    message: ({ reason }) => `delivered as a part of its own, not merged: ${reason}`,
    hint: null,
  }),
  "merge-unused": defineFinding({
    severity: "note",
    message: () => "nothing is merged: there are no two cloud-configs that can be",
    hint: null,
  }),
  "merge-conflict": defineFinding<{ key: string; where: string }>({
    severity: "error",
    message: ({ key, where }) => `\`${key}\` has another value than in ${where}`,
    hint: "delete one of the two, or choose with `--merge=SPEC` which one wins",
  }),
  "static-pod-only": defineFinding<{ type: string; folder: string }>({
    severity: "error",
    message: ({ type, folder }) => `the kubelet reads only pods in \`${folder}\`, not \`${type}\``,
    hint: "leave it out, or bundle with `--handler watch`",
  }),
  "folder-object-unnamed": defineFinding<{ folder: string }>({
    severity: "error",
    message: ({ folder }) => `what reads \`${folder}\` needs \`metadata.name\`, not \`generateName\``,
    hint: "add `metadata.name`, or bundle with `--handler watch`",
  }),
  "scripts-numbered": defineFinding<{ filename: string }>({
    severity: "note",
    message: ({ filename }) => `delivered as \`${filename}\`: cloud-init runs scripts in the order of their names`,
    hint: null,
  }),
  "handler-moved": defineFinding({
    severity: "note",
    message: () => "moved to the front: a part handler must come before the parts that it handles",
    hint: null,
  }),
  "handler-replaced": defineFinding({
    severity: "note",
    message: () => "this part handler replaces the one of kubeboot, because it handles `text/x-kube-*` types",
    hint: null,
  }),
  "marker-dropped": defineFinding({
    severity: "note",
    message: () => "delivered without its marker line, because JSON does not allow comments",
    hint: null,
  }),
  "manifest-split": defineFinding<NeedArgs & { names: readonly string[] }>({
    severity: "note",
    message: ({ names, ...need }) =>
      `delivered as \`${names[0]!}\` to \`${names.at(-1)!}\`: the \`${need.kind}\` must follow ${nameNeeded(need)}`,
    hint: "use `--keep-order` to deliver it whole, as listed",
  }),
  "documents-ordered": defineFinding<NeedArgs>({
    severity: "note",
    message: (need) => `the documents are reordered: the \`${need.kind}\` must follow ${nameNeeded(need)}`,
    hint: null,
  }),
  "manifest-early": defineFinding<NeedArgs>({
    severity: "warning",
    message: (need) => `the \`${need.kind}\` is submitted too early: it must follow ${nameNeeded(need)}`,
    hint: ({ kind }) => `write the \`${kind}\` as a document of its own`,
  }),
};

/** Two objects, of which one must come first. */
export interface NeedArgs {
  /** The kind of the object that must come later. */
  kind: string;
  /** The kind of the object that must come first. */
  needed: string;
  /** The file of that object; null if both are in one. */
  file: string | null;
}

function nameNeeded({ needed, file }: NeedArgs): string {
  return `the \`${needed}\`${file === null ? "" : ` of \`${file}\``}`;
}
