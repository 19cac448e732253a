/** The shells whose scripts are read. */
export type Interpreter = "sh" | "dash" | "ash" | "bash" | "ksh";

const INTERPRETERS: Record<string, Interpreter> = {
  sh: "sh",
  dash: "dash",
  ash: "ash",
  bash: "bash",
  ksh: "ksh",
  ksh93: "ksh",
  mksh: "ksh",
};

/** The shell that the first line names, also behind `env` or `busybox`; null if it names another program. */
export function findInterpreter(text: string): Interpreter | null {
  const [line] = text.split("\n", 1);
  const [, name] = /^#![ \t]*(?:\S*\/(?:env(?:[ \t]+-S)?|busybox)[ \t]+)?(?:\S*\/)?(\w+)(?:[ \t]|$)/.exec(line!) ?? [];
  return name !== undefined && Object.hasOwn(INTERPRETERS, name) ? INTERPRETERS[name]! : null;
}
