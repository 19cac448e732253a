import type { Argument, Command, Option } from "commander";
import { valuesOfArgument, valuesOfOption, type Values } from "./values.js";

/** What a shell can complete of one command. */
export interface CompletedCommand {
  name: string;
  summary: string;
  options: readonly CompletedOption[];
  /** The values of its arguments; null if it has none. */
  argument: CompletedArgument | null;
}

/** The arguments of a command, all of one kind. */
export interface CompletedArgument extends Values {
  name: string;
  variadic: boolean;
  /** Whether a content type can stand behind it: PATH:TYPE. */
  typed: boolean;
}

/** An option of a command. */
export interface CompletedOption {
  /** `-o`, `--output`. */
  names: readonly string[];
  description: string;
  /** The values that it takes; null if it takes none. */
  values: Values | null;
  /** Whether a value stands behind "=" in the same word, and can be left out. */
  attached: boolean;
}

/** The commands of a program, and the program itself as the one without a name, as commander describes them. */
export function describeCommands(program: Command): CompletedCommand[] {
  return [describeCommand(program, ""), ...program.commands.map((command) => describeCommand(command, command.name()))];
}

function describeCommand(command: Command, name: string): CompletedCommand {
  const [argument] = command.registeredArguments;
  return {
    name,
    summary: command.summary(),
    options: foldForms(command.createHelp().visibleOptions(command).map(describeOption)),
    argument: argument ? describeArgument(argument, command) : null,
  };
}

function describeArgument(argument: Argument, command: Command): CompletedArgument {
  const { variadic } = argument;
  const typed = variadic && argument.name() === "SOURCE";
  return { name: argument.name(), variadic, typed, ...valuesOfArgument(argument, command) };
}

function describeOption(option: Option): CompletedOption {
  const attached = option.flags.includes("[=");
  const names = [option.short, option.long].filter((name) => name !== undefined);
  const takes = option.required || option.optional;
  return { names, description: option.description, values: takes ? valuesOfOption(option) : null, attached };
}

/** Makes `--gzip`, `--gzip=auto` and `--gzip=force` one option whose value can be left out. */
function foldForms(options: readonly CompletedOption[]): CompletedOption[] {
  const forms = options.flatMap(({ names }) => [...names.join(" ").matchAll(/^(--[\w-]+)=(\w+)$/g)]);
  return options
    .filter(({ names }) => !names.some((name) => name.includes("=")))
    .map((option) => addForms(option, forms));
}

function addForms(option: CompletedOption, forms: readonly RegExpMatchArray[]): CompletedOption {
  const words = forms.flatMap(([, name = "", word = ""]) => (option.names.includes(name) ? [word] : []));
  return words.length === 0 ? option : { ...option, values: { words, paths: null }, attached: true };
}
