import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about types, names and headers of parts. */
export const STRUCTURE_FINDINGS = {
  "type-container": defineCheck<{ type: string }>({
    severity: "error",
    essential: true,
    reason: "cloud-init walks into multipart and message parts and never sees them as parts",
    message: ({ type }) => `${type} holds further parts, which can't be one part`,
    hint: "list what it holds as sources of their own",
  }),
  "type-compressed": defineCheck<{ type: string }>({
    severity: "error",
    reason: "cloud-init unpacks compressed parts and forgets their types",
    message: ({ type }) => `cloud-init unpacks ${type} and forgets the part's type`,
    hint: "list the unpacked file, and compress the whole blob with --gzip",
  }),
  "type-removed": defineCheck<{ type: string; since: string }>({
    severity: "warning",
    reason: "a type that newer releases of cloud-init no longer know is dropped without a word",
    message: ({ type, since }) => `${type} was removed in cloud-init ${since}: later ones drop the part`,
    hint: "write a systemd unit with cloud-config's write_files instead",
  }),
  "type-mismatch": defineCheck<{ type: string; marker: string; meant: string }>({
    severity: "error",
    reason: "cloud-init trusts most declared types, whatever the part begins with",
    message: ({ type, marker, meant }) =>
      `begins with ${marker}, but cloud-init reads it as ${type} and not as ${meant}`,
    hint: "leave the type out, or declare the one that the marker stands for",
  }),
  "template-header": defineCheck({
    severity: "error",
    reason: "cloud-init fills in only what says in its very first line that it is a template",
    message: () => "is a template without ## template: jinja as its very first line: cloud-init drops it",
    hint: "write `## template: jinja` into line 1, and below it the marker of what it is a template of",
  }),
  "template-unsupported": defineCheck<{ marker: string }>({
    severity: "error",
    reason: "cloud-init makes of templates cloud-config and scripts alone",
    message: ({ marker }) => `is a template of ${marker}: cloud-init drops all but those of #cloud-config and #!`,
    hint: "make it a script, or do without the template",
  }),
  "type-unhandled": defineCheck<{ type: string; nearest: string | null }>({
    severity: "warning",
    reason: "cloud-init drops parts whose type nothing handles",
    message: ({ type }) => `nothing handles \`${type}\`: cloud-init drops the part, unless the image has a handler`,
    hint: ({ nearest }) =>
      nearest === null
        ? "add a #part-handler for it, or begin it with a marker of `kubeboot types`"
        : `name the type \`${nearest}\` if you mean that one, or add a #part-handler for this one`,
  }),
  "handler-late": defineCheck<{ type: string; handler: string }>({
    severity: "error",
    reason: "cloud-init drops the parts that come before the handler of their type",
    message: ({ type, handler }) => `stands before ${handler}, which handles ${type}: cloud-init drops the part`,
    hint: "put the part handler first, as kubeboot bundle does",
  }),
  "part-launch-index": defineCheck<{ index: string }>({
    severity: "note",
    reason: "a Launch-Index header takes a part from all instances but one",
    message: ({ index }) =>
      `is for the instance with the launch index ${index} alone: others of the same launch drop it`,
    hint: null,
  }),
  "part-empty": defineCheck({
    severity: "warning",
    reason: "an empty part does nothing, and is mostly a mistake",
    message: () => "is empty",
    hint: "leave it out",
  }),
};
