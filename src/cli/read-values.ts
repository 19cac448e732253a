/** The options for the variables of templates → values. */
import { KubebootError, describeSystemError } from "../errors.js";
import { DEFAULT_MAX_BYTES } from "../options.js";
import { readLimited } from "../read-limited.js";
import type { Values } from "../templates/merge-values.js";
import { readScalar } from "../cloud-config/read-scalar.js";
import type { Assignment, ValueFlags } from "./value-options.js";

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
  const [first] = problems;
  if (first) throw new KubebootError(first.code, problems.map(({ message }) => message).join("; "));
  return [...values, ...assigned];
}

function readAssignment({ option, text }: Assignment, maxBytes: number): Values {
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  if (equals < 0 || !isVariable(name)) {
    const what = equals < 0 ? "has no `=`" : `sets \`${name}\`, which is no name`;
    throw new KubebootError("usage", `--${option} ${text} ${what}: write it like --${option} cluster.domain=lab.com`);
  }
  return assignValue(name, READERS[option](text.slice(equals + 1), text, maxBytes));
}

/** Whether it names a variable of templates: names joined by dots. */
export function isVariable(name: string): boolean {
  return name.split(".").every((each) => /^[A-Za-z_]\w*$/.test(each));
}

/** Values with one variable; dots in its name lead into mappings. */
export function assignValue(name: string, value: unknown): Values {
  return name.split(".").reduceRight<unknown>((inner, each) => ({ [each]: inner }), value) as Values;
}

const READERS = {
  set: (value, text) => {
    const read = readScalar(value);
    if (read.problem === null) return read.value;
    throw new KubebootError("usage", `--set ${text}: ${read.problem}; use --set-string for text`);
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
