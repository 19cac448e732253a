/** The options for the variables of templates → values. */
import { KubebootError, describeSystemError } from "../errors.js";
import { DEFAULT_MAX_BYTES } from "../options.js";
import { readLimited } from "../read-limited.js";
import type { Values } from "../templates/merge-values.js";
import { readScalar } from "../cloud-config/read-scalar.js";
import { findValueConflicts, type AssignedValues } from "./find-value-conflicts.js";
import type { Assignment, ValueFlags } from "./value-options.js";
import { assignValue, findNameProblem, shorten } from "./variable-names.js";

/** The options as commander returns them. */
export interface ReadValuesInput extends ValueFlags {
  /** The most bytes of a file of `--set-file`. */
  maxBytes?: number;
}

/**
 * The option `values` of the functions of the library.
 *
 * @throws {KubebootError} `usage` or `unreadable`, with all that is wrong in one message
 */
export function readValues({ values = [], assignments = [], maxBytes }: ReadValuesInput): (string | Values)[] {
  const problems: KubebootError[] = [];
  const assigned = assignments.flatMap((assignment) => {
    try {
      return [readAssignment(assignment, maxBytes ?? DEFAULT_MAX_BYTES)];
    } catch (error) {
      if (!(error instanceof KubebootError)) throw error;
      problems.push(error);
      return [];
    }
  });
  for (const conflict of findValueConflicts(assigned)) {
    problems.push(new KubebootError("usage", `${conflict}; leave one of them out`));
  }
  const [first] = problems;
  if (first) throw new KubebootError(first.code, problems.map(({ message }) => message).join("; "));
  return [...values, ...assigned.map((each) => each.values)];
}

function readAssignment({ option, text }: Assignment, maxBytes: number): AssignedValues {
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  const problem = equals < 0 ? "has no `=`" : findNameProblem(name);
  if (problem !== null) {
    const example = `write it like --${option} cluster.domain=lab.com`;
    throw new KubebootError("usage", `--${option} ${shorten(text)} ${problem}: ${example}`);
  }
  const values = assignValue(name, READERS[option](text.slice(equals + 1), text, maxBytes));
  return { name: `--${option} ${name}`, values };
}

const READERS = {
  set: (value, text) => {
    const read = readScalar(value);
    if (read.problem === null) return read.value;
    throw new KubebootError("usage", `--set ${shorten(text)}: ${read.problem}; use --set-string for text`);
  },
  "set-string": (value) => value,
  "set-file": (path, _, maxBytes) => readText(path, maxBytes),
} satisfies Record<Assignment["option"], (value: string, text: string, maxBytes: number) => unknown>;

function readText(path: string, maxBytes: number): string {
  try {
    const content = readLimited(path, maxBytes);
    if (content !== null) return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch (error) {
    const reason = error instanceof TypeError ? "it is not UTF-8" : describeSystemError(error as Error);
    throw new KubebootError("unreadable", `--set-file: ${path} can't be read: ${reason}`, [], { cause: error });
  }
  throw new KubebootError(
    "unreadable",
    `--set-file: ${path} has more than ${maxBytes} bytes: raise the limit with \`--max-bytes\``,
  );
}
