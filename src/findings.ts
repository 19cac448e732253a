import { MARKERS } from "./content-types.js";
import { text, type FindingText } from "./finding-text.js";
import type { Finding, Place } from "./model.js";
import { UPGRADE_FINDINGS } from "./upgrade-findings.js";

const MARKER_LIST = MARKERS.map(({ marker }) => marker).join(", ");

/** THE table of findings: every code with its severity and its words. */
const FINDINGS = {
  "source-missing": text({
    severity: "error",
    message: () => "no such file or folder",
    hint: "check the path",
  }),
  "source-dangling": text({
    severity: "error",
    message: () => "a link to something that is not there",
    hint: "mend the link or leave it out",
  }),
  "source-special": text<{ kind: string }>({
    severity: "error",
    message: ({ kind }) => `is a ${kind}, not a file`,
    hint: "to read from a pipe, list `-` and redirect it to standard input",
  }),
  "source-unreadable": text<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `can't be read: ${reason}`,
    hint: null,
  }),
  "folder-empty": text({
    severity: "error",
    message: () => "a folder without files (hidden ones don't count)",
    hint: "list its files, or leave it out",
  }),
  "folder-nested": text({
    severity: "warning",
    message: () => "a folder inside a listed folder: its files are left out",
    hint: "list it too if you need them",
  }),
  "source-repeated": text({
    severity: "warning",
    message: () => "listed more than once: the instance gets it more than once",
    hint: "list it once",
  }),
  "type-unknown": text<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `no content type: ${reason}`,
    hint: `begin it with one of ${MARKER_LIST}, or name the type as in PATH:text/x-shellscript`,
  }),
  "type-illegal": text<{ type: string }>({
    severity: "error",
    message: ({ type }) => `"${type}" is no content type`,
    hint: "name it as in PATH:text/x-shellscript or PATH:x-shellscript",
  }),
  "type-container": text<{ type: string }>({
    severity: "error",
    message: ({ type }) => `${type} holds further parts, which can't be one part`,
    hint: "list what it holds as sources of their own",
  }),
  "type-compressed": text<{ type: string }>({
    severity: "error",
    message: ({ type }) => `cloud-init unpacks ${type} and forgets the part's type`,
    hint: "list the unpacked file, and compress the whole blob with --gzip",
  }),
  "type-removed": text<{ type: string; since: string }>({
    severity: "warning",
    message: ({ type, since }) => `${type} was removed in cloud-init ${since}: later ones drop the part`,
    hint: "write a systemd unit with cloud-config's write_files instead",
  }),
  "text-not-utf8": text<{ type: string; offset: number }>({
    severity: "error",
    message: ({ type, offset }) =>
      `not UTF-8 from byte ${offset} (counted from 0), and cloud-init loses a ${type} part that is not`,
    hint: "save it as UTF-8, or give it a type outside text/, as in PATH:application/octet-stream",
  }),
  "text-bom": text<{ type: string }>({
    severity: "error",
    message: ({ type }) => `begins with a byte order mark, which breaks ${type} on the instance`,
    hint: "save it as UTF-8 without a byte order mark",
  }),
  "part-empty": text({
    severity: "warning",
    message: () => "is empty",
    hint: "leave it out",
  }),
  "boundary-in-part": text<{ boundary: string; filename: string }>({
    severity: "error",
    message: ({ boundary, filename }) => `the boundary "${boundary}" occurs in ${filename}`,
    hint: "choose another --boundary, or none",
  }),
  "merge-type-unused": text({
    severity: "note",
    message: () => "the merge type is not used: it goes on the second and later cloud-config parts, and there are none",
    hint: null,
  }),
  "static-pod-only": text<{ type: string; folder: string }>({
    severity: "error",
    message: ({ type, folder }) => `the kubelet reads ${folder} and takes nothing but pods there, no ${type}`,
    hint: "leave it out, or let --handler watch submit it",
  }),
  "scripts-numbered": text<{ filename: string }>({
    severity: "note",
    message: ({ filename }) => `delivered as ${filename}: cloud-init runs scripts in the order of their names`,
    hint: null,
  }),
  "handler-moved": text({
    severity: "note",
    message: () => "moved to the front: a part handler must come before the parts that it handles",
    hint: null,
  }),
  "handler-replaced": text({
    severity: "note",
    message: () => "this part handler takes the place of kubeboot's: it names text/x-kube-",
    hint: null,
  }),
  "marker-dropped": text({
    severity: "note",
    message: () => "delivered without its marker line: what stands below is JSON, which has no comments",
    hint: null,
  }),
  "manifest-syntax": text<{ reason: string }>({
    severity: "warning",
    message: ({ reason }) => `not valid YAML (${reason}): Kubernetes will refuse it`,
    hint: "correct it",
  }),
  "manifest-split": text<{ kind: string; needed: string; where: string }>({
    severity: "warning",
    message: ({ kind, needed, where }) => `this ${kind} is submitted before the ${needed} ${where}`,
    hint: "put it in a file of its own, or accept the order with --keep-order",
  }),
  "documents-ordered": text({
    severity: "note",
    message: () => "its documents are delivered in the order in which they must be submitted",
    hint: null,
  }),
  "manifest-old": text({
    severity: "warning",
    message: () => "written for v1beta1, which no API server since Kubernetes 1.0 accepts",
    hint: "deliver it as v1 with --upgrade, or rewrite it with `kubeboot upgrade`",
  }),
  ...UPGRADE_FINDINGS,
};

/** The code of a finding. */
export type FindingCode = keyof typeof FINDINGS;

type ArgsOf<Code extends FindingCode> = Parameters<(typeof FINDINGS)[Code]["message"]>[0];

/** What {@link finding} needs besides the code and the place. */
export type FindingArgs<Code extends FindingCode> = ArgsOf<Code> extends void ? [] : [ArgsOf<Code>];

const NOWHERE: Place = { path: null, line: null, column: null };

/** The finding `code` at `place`; `args` are what its words need, where they need anything. */
export function finding<Code extends FindingCode>(
  code: Code,
  place: Partial<Place>,
  ...[args]: FindingArgs<Code>
): Finding {
  const { severity, message, hint } = FINDINGS[code] as FindingText<unknown>;
  return {
    code,
    severity,
    ...NOWHERE,
    ...place,
    message: message(args),
    hint,
  };
}

/** Whether anything in `findings` keeps the blob from being written. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}
