import { SOURCE_TYPES, type Values } from "./values.js";
import type { CompletedArgument, CompletedCommand, CompletedOption } from "./describe-commands.js";

/** The script for fish. */
export function renderFish(commands: readonly CompletedCommand[]): string {
  const [program, ...others] = commands;
  return `# fish completion for kubeboot

function __kubeboot_command
    set -l words (commandline -opc)
    if test (count $argv) -eq 0
        test (count $words) -eq 1
    else
        test (count $words) -gt 1; and test $words[2] = $argv[1]
    end
end

function __kubeboot_argument
    __kubeboot_command $argv; and not string match -q -- '--*=*' (commandline -ct)
end

function __kubeboot_has_colon
    string match -q -- '*:*' (commandline -ct)
end

function __kubeboot_source_types
    set -l path (string replace -r ':[^:]*$' '' -- (commandline -ct))
    for type in ${SOURCE_TYPES.join(" ")}
        echo $path:$type
    end
end

complete -c kubeboot -f
${program!.options.map((option) => renderOption("", option)).join("")}${others.map(renderCommand).join("")}`;
}

function renderCommand({ name, summary, options, argument }: CompletedCommand): string {
  const command = `complete -c kubeboot -n __kubeboot_command -a ${name} -d ${quote(summary)}\n`;
  const flags = options.map((option) => renderOption(name, option)).join("");
  return `\n${command}${flags}${argument ? renderArgument(name, argument) : ""}`;
}

function renderOption(command: string, { names, description, values, attached }: CompletedOption): string {
  const flags = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(" ");
  const given = values === null ? "" : attached ? ` ${renderValues(values)}` : ` -r ${renderValues(values)}`;
  return `${renderCondition(command)} ${flags}${given} -d ${quote(description)}\n`;
}

function renderArgument(command: string, argument: CompletedArgument): string {
  // Else files would be offered for the value of "--gzip=", too.
  const line = `complete -c kubeboot -n '__kubeboot_argument ${command}' ${renderValues(argument)}\n`;
  if (!argument.typed) return line;
  const condition = quote(`__kubeboot_command ${command}; and __kubeboot_has_colon`);
  return `${line}complete -c kubeboot -n ${condition} -a '(__kubeboot_source_types)'\n`;
}

function renderCondition(command: string): string {
  return `complete -c kubeboot -n ${quote(`__kubeboot_command ${command}`.trim())}`;
}

function renderValues({ words, paths }: Values): string {
  const files = { files: "-F", folders: "-f -a '(__fish_complete_directories (commandline -ct))'" };
  const list = words.length > 0 ? [`-a ${quote(words.join(" "))}`] : [];
  return [...list, paths === null ? "-f" : files[paths]].join(" ");
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
