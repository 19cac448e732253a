import { defineFinding } from "./define-finding.js";

/** The part of THE table of findings that is about descriptions of fleets. */
export const FLEET_FINDINGS = {
  "fleet-syntax": defineFinding<{ reason: string; fix: string }>({
    severity: "error",
    message: ({ reason }) => `YAML can't be read: ${reason}`,
    hint: ({ fix }) => fix,
  }),
  "fleet-key": defineFinding<{ key: string; nearest: string | null; known: readonly string[] }>({
    severity: "error",
    message: ({ key }) => `a fleet has no key \`${key}\` here`,
    hint: ({ nearest, known }) => (nearest === null ? `use one of ${known.join(", ")}` : `write \`${nearest}\``),
  }),
  "fleet-key-repeated": defineFinding<{ key: string; line: number }>({
    severity: "error",
    message: ({ key, line }) => `the key \`${key}\` is already on line ${line}`,
    hint: "write it once",
  }),
  "fleet-key-missing": defineFinding<{ key: string; example: string }>({
    severity: "error",
    message: ({ key }) => `the key \`${key}\` is missing`,
    hint: ({ example }) => `add \`${example}\``,
  }),
  /** The key is null for the description as a whole. */
  "fleet-value": defineFinding<{ key: string | null; expected: string; found: string }>({
    severity: "error",
    message: ({ key, expected, found }) =>
      `${key === null ? "the description of a fleet" : `\`${key}\``} takes ${expected}, but this is ${found}`,
    hint: null,
  }),
  "fleet-option": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => reason,
    hint: null,
  }),
  "fleet-name": defineFinding<{ name: string; reason: string }>({
    severity: "error",
    message: ({ name, reason }) => `\`${name}\` can't be the name of a node: ${reason}`,
    hint: "use letters, digits and hyphens, such as `web-1`, with ranges such as `web-[1-3]` or `web-[a,b]`",
  }),
  "fleet-name-repeated": defineFinding<{ name: string; other: string }>({
    severity: "error",
    message: ({ name, other }) => `there is already a node \`${name}\`, from \`${other}\``,
    hint: ({ other }) =>
      other.includes("[")
        ? "leave it out of the range, as in `web[1-6,8-20]`, or use another name"
        : "use another name for one of them",
  }),
  "fleet-too-large": defineFinding<{ count: number; most: number }>({
    severity: "error",
    message: ({ count, most }) => `the names make ${count} nodes, and a fleet has at most ${most}`,
    hint: "use smaller ranges, or several fleets",
  }),
  "fleet-role": defineFinding<{ role: string; nearest: string | null; known: readonly string[] }>({
    severity: "error",
    message: ({ role }) => `there is no role \`${role}\``,
    hint: ({ nearest, known }) => {
      if (nearest !== null) return `write \`${nearest}\``;
      return known.length === 0 ? "add it to `roles`" : `add it to \`roles\`, or use one of ${known.join(", ")}`;
    },
  }),
  "fleet-variable": defineFinding<{ name: string; reason: string; advice: string }>({
    severity: "error",
    message: ({ name, reason }) => `\`${name}\` can't be a value: ${reason}`,
    hint: ({ advice }) => advice,
  }),
  "fleet-sources": defineFinding<{ name: string }>({
    severity: "error",
    message: ({ name }) => `the node \`${name}\` has no sources`,
    hint: "list files under `sources` of the fleet, of its role, or of the node",
  }),
  "fleet-source": defineFinding<{ source: string }>({
    severity: "error",
    message: ({ source }) => `\`${source}\` can't be a source of a fleet: every node needs it again`,
    hint: "write it to a file",
  }),
  "fleet-node-missing": defineFinding<{ role: string; name: string; reason: string; near: string | null }>({
    severity: "error",
    message: ({ role, name, reason }) => `the role \`${role}\` refers to \`${name}\`, which is not there: ${reason}`,
    hint: ({ near }) => (near === null ? "add such a node, or refer to another" : `write \`${near}\``),
  }),
  "fleet-node-gone": defineFinding<{ name: string }>({
    severity: "warning",
    message: ({ name }) => `the node \`${name}\` is no longer in the fleet, but its files are still there`,
    hint: "remove them with `--prune`",
  }),
  "fleet-record": defineFinding<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `this is no record of a fleet: ${reason}`,
    hint: "choose another folder, or delete the file",
  }),
};
