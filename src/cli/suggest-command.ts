/** What other tools call the commands. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["build", "bundle"],
  ["check", "lint"],
  ["create", "bundle"],
  ["diff", "inspect --diff"],
  ["list", "inspect"],
  ["make", "bundle"],
  ["show", "inspect"],
  ["test", "lint"],
  ["unpack", "extract"],
  ["validate", "lint"],
  ["version", "--version"],
]);

/** The line for an unknown command that was meant to be another one, or stands before `bundle`'s file; or null. */
export function suggestCommand(name: string): string | null {
  const meant = OTHER_NAMES.get(name) ?? (/[./]/.test(name) ? `bundle ${name}` : null);
  return meant === null ? null : `unknown command '${name}' (did you mean ${meant}?); see \`kubeboot --help\``;
}
