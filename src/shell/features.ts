/** What bash has and dash lacks, with the other shells that have it, and what works in all. */
import type { FeatureName } from "./syntax.js";

/** A row: how it is written, where it works, and a hint that follows "or". */
export interface FeatureWords {
  label: string;
  shells: string;
  instead: string;
}

/**
 * The syntax: the manuals of bash (Bash Reference Manual, appendix B), of ksh93 (sh.1) and of dash (dash.1, which
 * describes all that it has).
 */
export const FEATURES: Record<FeatureName, FeatureWords> = {
  "[[": { label: "[[", shells: "bash and ksh", instead: "use `[ … ]`" },
  "((": { label: "((…))", shells: "bash and ksh", instead: "use `: $((…))`" },
  array: { label: "an array", shells: "bash and ksh", instead: "use `set -- …` and `$@`" },
  "<(": { label: "<(…)", shells: "bash and ksh", instead: "use a pipe or a file" },
  function: { label: "function", shells: "bash and ksh", instead: "write `name() {`" },
  "&>": { label: "&>", shells: "bash", instead: "write `>file 2>&1`" },
  "<<<": { label: "<<<", shells: "bash and ksh", instead: "use `<<`" },
  "$'": { label: "$'…'", shells: "bash and ksh", instead: "use `printf`" },
  "for ((": { label: "for ((…))", shells: "bash and ksh", instead: "use `while`" },
  range: { label: "{1..3}", shells: "bash and ksh", instead: "use `$(seq 1 3)`" },
  select: { label: "select", shells: "bash and ksh", instead: "use `read`" },
  "|&": { label: "|&", shells: "bash", instead: "write `2>&1 |`" },
  ";&": { label: ";&", shells: "bash and ksh", instead: "write the commands again" },
  "+=": { label: "+=", shells: "bash and ksh", instead: 'write `name="$name…"`' },
  substring: { label: "${name:0:1}", shells: "bash and ksh", instead: "use `cut`" },
  replace: { label: "${name/…}", shells: "bash and ksh", instead: "use `sed`" },
  case: { label: "${name^^}", shells: "bash", instead: "use `tr`" },
  indirect: { label: "${!name}", shells: "bash", instead: "use `eval`" },
  RANDOM: { label: "$RANDOM", shells: "bash and ksh", instead: "use `$(od -An -N2 -tu2 /dev/urandom)`" },
  EUID: { label: "$EUID", shells: "bash", instead: "use `$(id -u)`" },
};

/** The commands that dash lacks. */
export const COMMAND_FEATURES: Record<string, FeatureWords> = {
  source: { label: "source", shells: "bash and ksh", instead: "write `.`" },
  declare: { label: "declare", shells: "bash", instead: "leave it out" },
  typeset: { label: "typeset", shells: "bash and ksh", instead: "leave it out" },
  builtin: { label: "builtin", shells: "bash and ksh", instead: "use `command`" },
  disown: { label: "disown", shells: "bash and ksh", instead: "use `nohup`" },
  shopt: { label: "shopt", shells: "bash", instead: "leave it out" },
  pushd: { label: "pushd", shells: "bash", instead: "use `cd`" },
  popd: { label: "popd", shells: "bash", instead: "use `cd`" },
  mapfile: { label: "mapfile", shells: "bash", instead: "use `while read`" },
  readarray: { label: "readarray", shells: "bash", instead: "use `while read`" },
  let: { label: "let", shells: "bash and ksh", instead: "use `: $((…))`" },
};
