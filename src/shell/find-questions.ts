/** Package managers that ask before they install. */
import { skipWrappers } from "./skip-wrappers.js";
import type { Command } from "./syntax.js";

interface Manager {
  /** Finds the action in the arguments, each behind a blank. */
  asks: RegExp;
  /** The options that answer, or change nothing. Those that may set another configuration count too. */
  answers: RegExp;
  /** The option to write. */
  option: string;
}

/** apt-get(8): twice `-q` implies `-y`. */
const APT: Manager = {
  asks: onAction("install|reinstall|(?:dist-|full-)?upgrade|remove|purge|autoremove|autopurge|build-dep|satisfy"),
  answers:
    / (?:-[A-Za-z]*[yshoc]|-\w*q\w*q|-q=2|-q .*-q |--(?:yes|assume|force-yes|trivial-only|simulate|just-print|dry-run|recon|no-act|print-uris|quiet=2|help|version|option|config-file))/,
  option: "-y",
};

/** dnf(8) and yum(8). */
const DNF: Manager = {
  asks: onAction(
    "install|update|upgrade|remove|erase|reinstall|downgrade|autoremove|distro-sync|localinstall|groupinstall",
  ),
  answers: / (?:-[A-Za-z]*[yhc]|--(?:assume|help|version|config|setopt))/,
  option: "-y",
};

const MANAGERS: Record<string, Manager> = {
  "apt-get": APT,
  apt: APT,
  dnf: DNF,
  yum: DNF,
  // zypper(8).
  zypper: {
    asks: onAction("install|in|remove|rm|update|up|dist-upgrade|dup|patch"),
    answers: / (?:-[A-Za-z]*[nyhDc]|--(?:non-interactive|no-confirm|help|dry-run|config))/,
    option: "-n",
  },
  // pacman(8): refreshing the lists alone asks nothing.
  pacman: {
    asks: /^ (-Sy{0,2}u{1,2}y{0,2}|-(?:Sy{0,2}|R[nscu]*|U)(?= [^-]))/,
    answers: / (?:--(?:noconfirm|print|help|config)|-[SRU][a-z]*p)/,
    option: "--noconfirm",
  },
};

/** The option is set for all commands: in a configuration file or an alias. */
const ANSWERED = /Assume-Yes|APT_CONFIG|assumeyes|noconfirm\b(?:(?!noconfirm\b).)*conf|\balias\b/;

/** A command that asks, although nobody can answer. */
export interface Question {
  /** The command without packages: `apt-get install`. */
  name: string;
  /** The same with the option that answers. */
  fixed: string;
  offset: number;
}

/** cloud-init runs scripts with /dev/null as standard input (subp.py), where these read no answer and give up. */
export function findQuestions(
  text: string,
  commands: readonly Command[],
  functions: ReadonlySet<string>,
): readonly Question[] {
  if (ANSWERED.test(text)) return [];
  return commands.flatMap(({ words, isFed, start }) => {
    const [name = "", ...args] = skipWrappers(words) ?? [];
    if (isFed || functions.has(name) || !Object.hasOwn(MANAGERS, name)) return [];
    const { asks, answers, option } = MANAGERS[name]!;
    const given = args.map((arg) => ` ${arg}`).join("");
    const [, action] = asks.exec(given) ?? [];
    if (action === undefined || answers.test(`${given} `)) return [];
    return [{ name: `${name} ${action}`, fixed: `${name} ${option} ${action}`, offset: start }];
  });
}

/** The action comes first, but for options and their values. */
function onAction(actions: string): RegExp {
  return new RegExp(`^(?: -\\S+(?: [^ -]\\S*)??)*? (?:group |module )?(${actions})(?= |$)`);
}
