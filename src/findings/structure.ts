import { checkText } from "./text.js";

/** The part of THE table of findings that is about types, names and headers of parts. */
export const STRUCTURE_FINDINGS = {
  "type-container": checkText<{ type: string }>({
    severity: "error",
    reason: "cloud-init walks into multipart and message parts and never sees them as parts",
    message: ({ type }) => `${type} holds further parts, which can't be one part`,
    hint: "list what it holds as sources of their own",
  }),
  "type-compressed": checkText<{ type: string }>({
    severity: "error",
    reason: "cloud-init unpacks compressed parts and forgets their types",
    message: ({ type }) => `cloud-init unpacks ${type} and forgets the part's type`,
    hint: "list the unpacked file, and compress the whole blob with --gzip",
  }),
  "type-removed": checkText<{ type: string; since: string }>({
    severity: "warning",
    reason: "a type that newer releases of cloud-init no longer know is dropped without a word",
    message: ({ type, since }) => `${type} was removed in cloud-init ${since}: later ones drop the part`,
    hint: "write a systemd unit with cloud-config's write_files instead",
  }),
  "part-empty": checkText({
    severity: "warning",
    reason: "an empty part does nothing, and is mostly a mistake",
    message: () => "is empty",
    hint: "leave it out",
  }),
};
