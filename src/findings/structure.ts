import { defineCheck } from "./define-finding.js";
import { describeNewer, type NamedRelease } from "./releases.js";

/** The part of THE table of findings that is about types, names and headers of parts. */
export const STRUCTURE_FINDINGS = {
  "type-container": defineCheck<{ type: string }>({
    severity: "error",
    essential: true,
    reason: "cloud-init reads the parts inside `multipart/*` and `message/*`, and skips the container",
    message: ({ type }) => `\`${type}\` is a container of parts: cloud-init skips it`,
    hint: "list the files that it contains as separate sources",
  }),
  "type-compressed": defineCheck<{ type: string }>({
    severity: "error",
    reason: "cloud-init decompresses such a part and discards its content type",
    message: ({ type }) => `cloud-init decompresses \`${type}\` and discards the content type of what is inside`,
    hint: "list the decompressed file, and compress the whole blob with `--gzip`",
  }),
  "type-removed": defineCheck<{ type: string; since: string; named: NamedRelease | null }>({
    severity: "warning",
    reason: "newer releases of cloud-init ignore the content type",
    message: ({ type, since, named }) => `cloud-init ${since} removed \`${type}\`: ${describeNewer(named)} the part`,
    hint: "replace it with a systemd unit, written by `write_files` and started by `runcmd`",
  }),
  "type-mismatch": defineCheck<{ type: string; marker: string; meant: string }>({
    severity: "error",
    reason: "cloud-init uses the declared content type, whatever marker the part begins with",
    message: ({ type, marker }) => `cloud-init reads the part as \`${type}\`, but it begins with \`${marker}\``,
    hint: ({ meant }) => `declare it as \`${meant}\`, or leave the type out`,
  }),
  "template-header": defineCheck({
    severity: "error",
    reason: "cloud-init renders a template only if its very first line is the template header",
    message: () => "the first line is not `## template: jinja`: cloud-init drops the template",
    hint: "make `## template: jinja` line 1, and a marker such as `#cloud-config` line 2",
  }),
  "template-unsupported": defineCheck<{ marker: string }>({
    severity: "error",
    reason: "cloud-init renders only templates of cloud-config and of scripts",
    message: ({ marker }) =>
      `cloud-init drops a template of \`${marker}\`: it renders only \`#cloud-config\` and \`#!\``,
    hint: ({ marker }) => `make it a template of a \`#!\` script, or fill it in and begin it with \`${marker}\``,
  }),
  "type-unhandled": defineCheck<{ type: string; nearest: string | null }>({
    severity: "warning",
    reason: "cloud-init ignores a part whose content type has no handler",
    message: ({ type }) => `nothing in the bundle handles \`${type}\`: cloud-init ignores the part`,
    hint: ({ type, nearest }) =>
      nearest === null
        ? `add a \`#part-handler\` for \`${type}\`, or use a type that \`kubeboot types\` lists`
        : `use \`${nearest}\` if you mean that type, or add a \`#part-handler\` for \`${type}\``,
  }),
  "handler-late": defineCheck<{ type: string; handler: string }>({
    severity: "error",
    reason: "cloud-init ignores parts that come before the part handler of their type",
    message: ({ type, handler }) =>
      `the part comes before \`${handler}\`, which handles \`${type}\`: cloud-init ignores it`,
    hint: ({ handler }) => `move \`${handler}\` to the front, or build the blob with \`kubeboot bundle\``,
  }),
  "part-launch-index": defineCheck<{ index: string }>({
    severity: "note",
    reason: "only one of the instances launched together reads a part with a `Launch-Index` header",
    message: ({ index }) => `only the instance with launch index \`${index}\` reads this part`,
    hint: "remove the `Launch-Index` header if every instance needs the part",
  }),
  "part-empty": defineCheck({
    severity: "warning",
    reason: "an empty part does nothing, and is often the result of an unset variable",
    message: () => "the part is empty",
    hint: "remove it, or add its content",
  }),
};
