import { SOURCE_TYPES, type Values } from "./values.js";
import type { CompletedCommand, CompletedOption } from "./describe-commands.js";

/**
 * The script for bash, also for the 3.2 of macOS. Where bash has no words of its own, readline completes files, which
 * quotes their names as no list of words would.
 */
export function renderBash(commands: readonly CompletedCommand[]): string {
  return `# bash completion for kubeboot

_kubeboot() {
  local current=\${COMP_WORDS[COMP_CWORD]} before='' option='' prefix='' words='' paths=''
  (( COMP_CWORD > 0 )) && before=\${COMP_WORDS[COMP_CWORD-1]}
  local command='' IFS=$' \\t\\n'
  (( COMP_CWORD > 1 )) && command=\${COMP_WORDS[1]}

  # "=" and ":" are usually words of their own, as COMP_WORDBREAKS says.
  if [[ $current == [=:] ]]; then
    option=$before$current current=''
  elif [[ $before == [=:] ]]; then
    option=\${COMP_WORDS[COMP_CWORD-2]}$before
  elif [[ $current == --*=* ]]; then
    prefix=\${current%%=*}= option=$prefix current=\${current#*=}
  elif [[ $current != -* && $current == *:* ]]; then
    prefix=\${current%%:*}: option=$prefix current=\${current#*:}
  elif [[ $before == -* ]]; then
    option=$before
  fi
  [[ $option == *: ]] && option=:

  case "$command $option" in
${renderValues(commands)}
    *)
      case "$command" in
${commands.map(renderCommand).join("\n")}
      esac ;;
  esac

  COMPREPLY=()
  local word
  for word in $words; do
    [[ $word == "$current"* ]] && COMPREPLY+=("$prefix$word")
  done
  # Without compopt, which bash 4 brought, readline offers files.
  case "$paths" in
    files) ;;
    folders) compopt -o dirnames +o default 2>/dev/null ;;
    *) compopt +o default 2>/dev/null ;;
  esac
}

complete -o default -F _kubeboot kubeboot
`;
}

/** A branch for each set of values, with the options that take it. */
function renderValues(commands: readonly CompletedCommand[]): string {
  const branches = new Map<string, string[]>();
  for (const { pattern, values } of commands.flatMap(listValues)) {
    const action = renderAction(values);
    const patterns = branches.get(action) ?? [];
    branches.set(action, patterns);
    patterns.push(`'${pattern}'`);
  }
  return [...branches].map(([action, patterns]) => `    ${patterns.join("|")})\n      ${action} ;;`).join("\n");
}

/** What stands before each value of a command, behind its name. */
function listValues({ name, options, argument }: CompletedCommand): { pattern: string; values: Values }[] {
  const behindOptions = options.flatMap((option) =>
    patternsOf(option).map((pattern) => ({ pattern: `${name} ${pattern}`, values: option.values! })),
  );
  if (!argument?.typed) return behindOptions;
  return [...behindOptions, { pattern: `${name} :`, values: { words: SOURCE_TYPES, paths: null } }];
}

/** How the option stands before its value. */
function patternsOf({ names, values, attached }: CompletedOption): string[] {
  if (values === null) return [];
  const behindEqualSign = names.filter((name) => name.startsWith("--")).map((name) => `${name}=`);
  return attached ? behindEqualSign : [...names, ...behindEqualSign];
}

function renderCommand({ name, options, argument }: CompletedCommand, _: number, all: readonly CompletedCommand[]) {
  const flags = options.flatMap(({ names }) => names).join(" ");
  const names = all.map((each) => each.name).filter((each) => each !== "");
  const action = renderAction(name === "" ? { words: names, paths: null } : (argument ?? { words: [], paths: null }));
  return `        '${name}')\n          if [[ $current == -* ]]; then words='${flags}'; else ${action}; fi ;;`;
}

function renderAction({ words, paths }: Values): string {
  return `words='${words.join(" ")}' paths=${paths ?? "''"}`;
}
