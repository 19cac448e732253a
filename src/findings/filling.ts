import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that is about templates that are filled in before they are bundled. */
export const FILLING_FINDINGS = {
  "fill-syntax": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `the template can't be read: ${reason}`,
    hint: "put what the template must leave alone between `{% raw %}` and `{% endraw %}`",
  }),
  "fill-undefined": defineFinding<{ name: string; near: string | null }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` is undefined`,
    hint: ({ name, near }) =>
      near === null ? `set it with \`--set ${name}=…\`, or write \`${name} | default("…")\`` : `write \`${near}\``,
  }),
  "fill-failed": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `the template can't be filled in: ${reason}`,
    hint: null,
  }),
  "values-syntax": defineFinding<{ reason: string; fix: string }>({
    severity: "error",
    message: ({ reason }) => `YAML can't be read: ${reason}`,
    hint: ({ fix }) => fix,
  }),
  "values-root": defineFinding<{ found: string }>({
    severity: "error",
    message: ({ found }) => `a file with values has to be a mapping, but this is ${found}`,
    hint: "write one `name: value` per line",
  }),
  "values-key-repeated": defineFinding<{ key: string; line: number }>({
    severity: "error",
    message: ({ key, line }) => `the key \`${key}\` is already on line ${line}`,
    hint: "write it once",
  }),
  "values-replaced": defineFinding<{ name: string; found: string }>({
    severity: "warning",
    message: ({ name, found }) => `\`${name}\` is ${found} here, but a mapping is set in its place`,
    hint: ({ name }) => `set \`${name}\` as a whole, or make it a mapping here too`,
  }),
  "values-unused": defineFinding({
    severity: "warning",
    message: () => "there are values, but no source is a template: nothing is filled in",
    hint: "name the source that they are for `NAME.j2`",
  }),
};
