import { joinWords } from "../text/join-words.js";
import { defineCheck } from "./define-finding.js";

const PLACEHOLDER = defineCheck<{ text: string; name: string | null }>({
  severity: "note",
  reason: "a placeholder of Terraform or Jinja that nothing fills in reaches the instance",
  message: ({ text }) => `nothing fills in \`${text}\`: the instance gets it as it is`,
  hint: ({ name }) =>
    name === null
      ? "fill it in before, or name the file `NAME.j2`"
      : `name the file \`NAME.j2\`, write \`{{ ${name} }}\`, and set it with \`--set ${name}=…\``,
});

/** The part of THE table of findings that is about what cloud-init makes of templates. */
export const TEMPLATE_FINDINGS = {
  "template-syntax": defineCheck<{ reason: string }>({
    severity: "error",
    reason: "cloud-init drops a template that Jinja can't read",
    message: ({ reason }) => `cloud-init drops the template: ${reason}`,
    hint: "close the tag, or put text that Jinja must leave alone between `{% raw %}` and `{% endraw %}`",
  }),
  "template-failed": defineCheck<{ reason: string }>({
    severity: "error",
    reason: "cloud-init drops a template that fails while it is filled in",
    message: ({ reason }) => `cloud-init drops the template, because filling it in fails: ${reason}`,
    hint: "use `{% if NAME is defined %}` for each level, before its attributes or filters",
  }),
  "template-fails-elsewhere": defineCheck<{ reason: string; platforms: readonly string[] }>({
    severity: "warning",
    reason: "the data of instances differs by platform, and cloud-init drops a template that fails",
    message: ({ reason }) => `cloud-init drops the template on some platforms: ${reason}`,
    hint: ({ platforms }) =>
      `use \`{% if NAME is defined %}\` for each level, or avoid ${joinWords(platforms)}; see \`--platform\``,
  }),
  "template-name": defineCheck<{ name: string; near: string | null }>({
    severity: "error",
    reason: "cloud-init writes a placeholder in place of a name that the instance does not have",
    message: ({ name }) => `the instance has no \`${name}\`: cloud-init writes a placeholder`,
    hint: ({ name, near }) =>
      near === null ? `use another name, or \`{{ ${name} | default("…") }}\`` : `write \`${near}\``,
  }),
  "template-name-platform": defineCheck<{ name: string; platforms: readonly string[]; near: string | null }>({
    severity: "note",
    reason: "the data of instances differs by platform",
    message: ({ name, platforms }) =>
      platforms.length === 0
        ? `no known platform sets \`${name}\` by itself`
        : `only ${joinWords(platforms)} is known to have \`${name}\``,
    hint: ({ near }) =>
      `${near === null ? "" : `write \`${near}\`, or `}check with \`--platform\`, or with the \`--instance-data\` of such an instance`,
  }),
  "template-unchecked": defineCheck<{ reason: string }>({
    severity: "note",
    reason: "kubeboot does not fill in all that Jinja does, and no template that is endless or huge",
    message: ({ reason }) => `kubeboot can't fill in ${reason}: the result of the template is not checked`,
    hint: "write it in another way, or try `cloud-init devel render` on an instance",
  }),
  "config-placeholder": PLACEHOLDER,
  "manifest-placeholder": PLACEHOLDER,
  "template-unmarked": defineCheck({
    severity: "warning",
    reason: "cloud-init fills in only what begins with the template header",
    message: () => "cloud-init does not fill this in: the first line is not `## template: jinja`",
    hint: "put the line `## template: jinja` above the first line",
  }),
};
