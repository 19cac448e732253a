import { skipWrappers } from "./skip-wrappers.js";
import type { Command } from "./syntax.js";

/** What ends the machine at once, and with which arguments. */
const ENDS: Record<string, (args: readonly string[]) => boolean> = {
  // systemd's halt(8): `--wtmp-only` and `--help` end nothing.
  reboot: areSure,
  poweroff: areSure,
  halt: areSure,
  // systemd's shutdown(8): without a time it waits a minute; `-c` cancels, `-k` only warns.
  shutdown: (args) => args.some((arg) => arg === "now" || arg === "+0") && !args.some((arg) => /^-\w*[ck]/.test(arg)),
  // systemctl(1).
  systemctl: (args) => {
    const [action, ...more] = args.filter((arg) => !/^(?:-[fiq]+|--force|--no-block|--no-wall|--quiet)$/.test(arg));
    return more.length === 0 && /^(?:reboot|poweroff|halt|kexec|soft-reboot)$/.test(action ?? "");
  },
  // telinit(8).
  init: isRunlevel,
  telinit: isRunlevel,
};

/** Commands that do no harm when they don't run. */
const HARMLESS = /^(?:exit|sleep|wait|true|:|echo|printf|logger|sync|reboot|poweroff|halt|shutdown|init|telinit)$/;

/** The first command that always ends the machine, and is followed by others that matter; null if there is none. */
export function findEarlyEnd(
  commands: readonly Command[],
  functions: ReadonlySet<string>,
): { name: string; offset: number } | null {
  for (const command of commands.filter(({ isAlone }) => isAlone)) {
    const [name = "", ...args] = skipWrappers(command.words) ?? [];
    if (!Object.hasOwn(ENDS, name) || functions.has(name) || !ENDS[name]!(args)) continue;
    const isFollowed = commands.some(
      ({ start, words }) => start > command.start && !HARMLESS.test(words[0]!.value ?? ""),
    );
    return isFollowed ? { name: [name, ...args].join(" "), offset: command.start } : null;
  }
  return null;
}

function areSure(args: readonly string[]): boolean {
  return args.every((arg) => /^(?:-[dfhinp]+|--force|--no-wall|--reboot|--poweroff|--halt)$/.test(arg));
}

function isRunlevel(args: readonly string[]): boolean {
  return args.length === 1 && /^[06]$/.test(args[0]!);
}
