/** Commands that dash has too, with arguments that it refuses or prints when it runs them. */
import type { FeatureWords } from "./features.js";
import type { Command, Word } from "./syntax.js";

/** What dash 0.5.12 does not know in the command, as a run of it shows; null if nothing is certain. */
export function findRefused({ words }: Command): (FeatureWords & { offset: number }) | null {
  const [name, ...args] = words;
  const key = name!.value ?? "";
  const found = Object.hasOwn(COMMANDS, key) ? COMMANDS[key]!(args) : null;
  return found && { ...found, offset: name!.start };
}

const COMMANDS: Record<string, (args: readonly Word[]) => FeatureWords | null> = {
  set: findOption,
  "[": findComparison,
  test: findComparison,
  trap: findSignal,
  read: findReadOption,
  printf: findFormat,
  echo: findEchoOption,
  wait: ([first]) =>
    first?.value === "-n" ? { label: "wait -n", shells: "bash", instead: "write `wait` with a process ID" } : null,
  kill: ([first]) => {
    const [, signal] = /^-SIG([A-Z]+\d*)$/.exec(first?.value ?? "") ?? [];
    return signal === undefined
      ? null
      : { label: `kill -SIG${signal}`, shells: "bash and ksh", instead: `write \`kill -${signal}\`` };
  },
};

/** The names behind `-o` that bash has (its set.def) and dash lacks (its options.c). */
const OPTIONS = /^(?:braceexpand|errtrace|functrace|hashall|histexpand|history|keyword|physical|pipefail|posix)$/;

function findOption(args: readonly Word[]): FeatureWords | null {
  for (let index = 0; /^[-+][A-Za-z]+$/.test(args[index]?.value ?? ""); index += 1) {
    const option = args[index]!.value!;
    if (!option.includes("o")) continue;
    index += 1;
    const name = args[index]?.value ?? "";
    if (!OPTIONS.test(name)) continue;
    const shells = name === "pipefail" ? "bash and ksh" : "bash";
    return { label: `set ${option.charAt(0)}o ${name}`, shells, instead: "leave it out" };
  }
  return null;
}

function findComparison(args: readonly Word[]): FeatureWords | null {
  const start = args[0]?.value === "!" ? 1 : 0;
  const isCompared = args[start + 1]?.value === "==" && args[start + 2] && args[start + 2]!.value !== "]";
  return isCompared ? { label: "==", shells: "bash and ksh", instead: "write `=`" } : null;
}

function findSignal([action, ...signals]: readonly Word[]): FeatureWords | null {
  if (/^-./.test(action?.value ?? "")) return null;
  const name = signals
    .map(({ value }) => value ?? "")
    .find((value) => /^(?:ERR|DEBUG|RETURN|SIG[A-Z]+\d*)$/.test(value));
  if (name === undefined) return null;
  if (name.startsWith("SIG")) {
    return { label: `trap … ${name}`, shells: "bash and ksh", instead: `write \`${name.slice(3)}\`` };
  }
  return {
    label: `trap … ${name}`,
    shells: name === "RETURN" ? "bash" : "bash and ksh",
    instead: name === "ERR" ? "use `trap … EXIT`" : "leave it out",
  };
}

/** dash has `-r` and, with a value, `-p` (its miscbltin.c). */
function findReadOption(args: readonly Word[]): FeatureWords | null {
  for (let index = 0; /^-[A-Za-z]/.test(args[index]?.value ?? ""); index += 1) {
    const [, letter, rest] = /^-r*([A-Za-z]?)(.*)$/s.exec(args[index]!.value!)!;
    if (letter === "p" && rest === "") index += 1;
    if (/^[adeinNstu]$/.test(letter!)) {
      return { label: `read -${letter}`, shells: "bash", instead: "use `read -r` and other commands" };
    }
  }
  return null;
}

function findFormat([first]: readonly Word[]): FeatureWords | null {
  if (first?.value === "-v") return { label: "printf -v", shells: "bash", instead: "write `name=$(printf …)`" };
  const isQuoting = /^(?:[^%]|%%|%[-+ #0]*\d*(?:\.\d+)?[^q\d])*%-?\d*q/.test(first?.value ?? "");
  return isQuoting ? { label: "printf %q", shells: "bash and ksh", instead: "use `sed` to quote" } : null;
}

/** dash knows `-n` alone, and prints other options. Alone, such an option is a way to ask which shell runs. */
function findEchoOption([option, ...texts]: readonly Word[]): FeatureWords | null {
  const [found] = /^-(?:e|en|ne)$/.exec(option?.value ?? "") ?? [];
  if (found === undefined || texts.length === 0) return null;
  return { label: `echo ${found}`, shells: "bash and ksh", instead: "use `printf`" };
}
