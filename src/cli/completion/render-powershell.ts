import { SOURCE_TYPES, type Values } from "./values.js";
import type { CompletedCommand, CompletedOption } from "./describe-commands.js";

/** The script for PowerShell 5 and later, which completes files itself where the script has nothing. */
export function renderPowershell(commands: readonly CompletedCommand[]): string {
  const [program, ...others] = commands;
  return `# PowerShell completion for kubeboot

Register-ArgumentCompleter -Native -CommandName kubeboot -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commands = [ordered]@{
${others.map(({ name, summary }) => `        ${quote(name)} = ${quote(summary)}`).join("\n")}
    }
    $options = @{
${[program!, ...others].map(renderOptions).join("\n")}
    }
    $values = @{
${others.flatMap(renderValues).join("\n")}
    }
    $arguments = @{
${others.flatMap(({ name, argument }) => (argument && argument.words.length > 0 ? [`        ${quote(name)} = ${renderWords(argument)}`] : [])).join("\n")}
    }
    $sourceTypes = ${renderWords({ words: SOURCE_TYPES, paths: null })}

    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $command = if ($words.Count -gt 1) { $words[1] } else { '' }
    $before = if ($words.Count -gt 1) { $words[-1] } else { '' }
    $prefix = ''
    $found = [ordered]@{}
    if ($wordToComplete -match '^(--[^=]+)=') {
        $prefix = $Matches[0]
        foreach ($word in $values["$command $($Matches[1])="]) { if ($word) { $found[$word] = $word } }
    } elseif ($values.ContainsKey("$command $before")) {
        foreach ($word in $values["$command $before"]) { $found[$word] = $word }
    } elseif ($wordToComplete.StartsWith('-')) {
        if ($options.ContainsKey($command)) { $found = $options[$command] }
    } elseif ($words.Count -le 1) {
        $found = $commands
    } elseif ($arguments.ContainsKey($command)) {
        foreach ($word in $arguments[$command]) { $found[$word] = $word }
    } elseif ($wordToComplete -match '^.+:' -and $command -in ${renderWords({ words: others.filter(({ argument }) => argument?.typed).map(({ name }) => name), paths: null })}) {
        $prefix = $Matches[0]
        foreach ($word in $sourceTypes) { $found[$word] = $word }
    }
    foreach ($entry in $found.GetEnumerator()) {
        $text = $prefix + $entry.Key
        if ($text.StartsWith($wordToComplete)) {
            [System.Management.Automation.CompletionResult]::new($text, $entry.Key, 'ParameterValue', $entry.Value)
        }
    }
}
`;
}

function renderOptions({ name, options }: CompletedCommand): string {
  const entries = options.flatMap(({ names, description }) =>
    names.map((each) => `            ${quote(each)} = ${quote(description)}`),
  );
  return `        ${quote(name)} = [ordered]@{\n${entries.join("\n")}\n        }`;
}

function renderValues({ name, options }: CompletedCommand): string[] {
  return options.flatMap((option) =>
    keysOf(option).map((key) => `        ${quote(`${name} ${key}`)} = ${renderWords(option.values!)}`),
  );
}

/** How the option stands before its value: in the word before, or in the same word. */
function keysOf({ names, values, attached }: CompletedOption): string[] {
  if (values === null || values.words.length === 0) return [];
  const sameWord = names.filter((name) => name.startsWith("--")).map((name) => `${name}=`);
  return attached ? sameWord : [...names, ...sameWord];
}

function renderWords({ words }: Values): string {
  return `@(${words.map(quote).join(", ")})`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
