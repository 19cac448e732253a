import { SOURCE_TYPES, type Values } from "./values.js";
import type { CompletedArgument, CompletedCommand, CompletedOption } from "./describe-commands.js";

/** The script for zsh: a file `_kubeboot` in a folder of `fpath`, or text to evaluate behind `compinit`. */
export function renderZsh(commands: readonly CompletedCommand[]): string {
  const [program, ...others] = commands;
  return `#compdef kubeboot

_kubeboot_source() {
  if compset -P '*:'; then
    compadd -- ${SOURCE_TYPES.join(" ")}
  else
    _files
  fi
}

# usage: _kubeboot_words_or COMMAND… -- WORD…   offers the words, and what the command offers
_kubeboot_words_or() {
  local split=$argv[(i)--]
  compadd -- $argv[split+1,-1]
  $argv[1,split-1]
}

_kubeboot() {
  local curcontext=$curcontext state line ret=1
  local -a commands
  typeset -A opt_args
  commands=(
${others.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`).join("\n")}
  )

  _arguments -C -S \\
${program!.options.flatMap(renderOption).map(continueLine).join("")}    '1: :->command' \\
    '*:: :->argument' && ret=0

  case $state in
    command)
      _describe -t commands command commands && ret=0 ;;
    argument)
      curcontext=\${curcontext%:*:*}:kubeboot-$words[1]:
      case $words[1] in
${others.map(renderCommand).join("\n")}
      esac ;;
  esac
  return ret
}

if [[ $funcstack[1] == _kubeboot ]]; then
  _kubeboot "$@"
else
  compdef _kubeboot kubeboot
fi
`;
}

function renderCommand({ name, options, argument }: CompletedCommand): string {
  const specs = [...options.flatMap(renderOption), ...(argument ? [renderArgument(argument)] : [])];
  return `        ${name})\n          _arguments -s -S \\\n${specs.map((spec) => `            ${spec}`).join(" \\\n")} && ret=0 ;;`;
}

function continueLine(spec: string): string {
  return `    ${spec} \\\n`;
}

/** An option with a value may be repeated. */
function renderOption({ names, description, values, attached }: CompletedOption): string[] {
  const text = description.replace(/[[\]\\:]/g, "\\$&");
  if (values === null) return names.map((name) => quote(`(${names.join(" ")})${name}[${text}]`));
  const action = renderAction(values);
  if (!attached)
    return names.map((name) => quote(`*${name}${name.startsWith("--") ? "=" : ""}[${text}]:value:${action}`));
  return names.map((name) => quote(name.startsWith("--") ? `${name}=-[${text}]::value:${action}` : `${name}[${text}]`));
}

function renderArgument({ name, variadic, typed, ...values }: CompletedArgument): string {
  const action = typed ? "_kubeboot_source" : renderAction(values);
  return quote(`${variadic ? "*" : "1"}:${name}:${action}`);
}

function renderAction({ words, paths }: Values): string {
  const list = words.length > 0 ? `(${words.join(" ")})` : " ";
  if (paths === null) return list;
  const files = paths === "files" ? "_files" : "_files -/";
  // The blank keeps zsh from adding arguments of its own.
  return words.length > 0 ? ` _kubeboot_words_or ${files} -- ${words.join(" ")}` : files;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
