import { defineCheck } from "./define-finding.js";

/** The part of THE table of findings that is about what shells run: scripts, and the commands of `runcmd` and `bootcmd`. */
export const SHELL_FINDINGS = {
  "script-syntax": defineCheck<{ token: string | null; open: string | null; close: string | null }>({
    severity: "error",
    reason: "a shell stops at a syntax error, and runs nothing of what follows",
    message: ({ token, open, close }) => {
      if (open === null) return `unexpected ${describe(token)}: the shell stops here`;
      if (isOperator(open)) return `a command is missing behind ${describe(open)}: the shell stops here`;
      if (token !== null && isBehindCondition(token, close))
        return `${describe(open)} has no ${describe(close)}: the shell stops at ${describe(token)}`;
      if (token === null) return `${describe(open)} is not closed: the shell stops here`;
      return `unexpected ${describe(token)}${close === null ? ` in ${describe(open)}` : `: ${describe(open)} is not closed`}`;
    },
    hint: ({ token, open, close }) => {
      if (isOperator(open)) return `add the command, or remove ${describe(open)}`;
      if (token !== null && isBehindCondition(token, close))
        return `write \`; ${close}\` behind what ${describe(open)} tests`;
      if (close === null) return "remove it, or complete what comes before it";
      return token === null ? `add ${describe(close)}` : `add ${describe(close)} before it`;
    },
  }),
  "script-dialect": defineCheck<{
    feature: string;
    shells: string;
    instead: string;
    shell: string;
    isCommand: boolean;
  }>({
    severity: "warning",
    reason: "`sh` is dash on Debian and Ubuntu, which lacks what bash adds",
    message: ({ feature, shells, shell }) =>
      `${describe(feature)} works in ${shells}, not in dash${shell === "sh" ? ", which is `sh` on Debian and Ubuntu" : ""}`,
    hint: ({ instead, isCommand }) =>
      isCommand ? `${instead}, or run it with \`bash -c\`` : `${instead}, or begin the script with \`#!/bin/bash\``,
  }),
  "script-lookalike": defineCheck<{ kind: "space" | "hyphen" | "quote"; sign: string; meant: string }>({
    severity: "warning",
    reason: "what only looks like a space, a hyphen or a quote is a letter to a shell",
    message: ({ kind, sign }) => {
      if (kind === "space") return "a no-break space joins two words: to a shell it is a letter";
      return kind === "hyphen"
        ? `\`${sign}\` is no hyphen: the command gets text, not an option`
        : `\`${sign}\` is no quote of the shell: it quotes nothing`;
    },
    hint: ({ kind, meant }) => (kind === "space" ? "replace it with a space" : `write \`${meant}\``),
  }),
  "script-reboot": defineCheck<{ command: string }>({
    severity: "warning",
    reason: "what follows a reboot runs only as long as the system takes to stop",
    message: ({ command }) => `\`${command}\` stops the system before the commands below have run`,
    hint: "move it to the end, or use `power_state` in cloud-config",
  }),
  "script-question": defineCheck<{ command: string; fixed: string }>({
    severity: "warning",
    reason: "cloud-init runs commands without a terminal, so a question gets no answer",
    message: ({ command }) => `\`${command}\` may ask whether to go on, and gives up because nobody answers`,
    hint: ({ fixed }) => `write \`${fixed}\``,
  }),
};

/** Whether it joins commands. */
function isOperator(open: string | null): boolean {
  return open !== null && /^(?:&&|\|\||[|&])$/.test(open);
}

/** Whether the word in front of the commands is missing, and another reserved one follows them. */
function isBehindCondition(token: string, close: string | null): boolean {
  return /^(?:then|do)$/.test(close ?? "") && /^(?:then|else|elif|fi|do|done|esac|in|})$/.test(token);
}

/** A word or an operator as it is written; what can't be between backquotes, in words. */
function describe(token: string | null): string {
  const text = (token ?? "").replaceAll("`", "");
  if (token === "\n" || token === null) return "end of the line";
  if (token === "'") return "the single quote";
  if (token === '"') return "the double quote";
  if (text === "") return "the backquote";
  return text.startsWith("an ") ? text : `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}
