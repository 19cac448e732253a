import { Option, type Command } from "commander";
import { OPTION_GROUPS } from "./help-groups.js";

/** A value of the command line, as it is written. */
export interface Assignment {
  option: "set" | "set-string" | "set-file";
  text: string;
}

/** The options for the variables of templates, as commander returns them. */
export interface ValueFlags {
  values?: string[];
  assignments?: Assignment[];
}

/** Adds the options for the variables of templates. */
export function addValueOptions(command: Command): Command {
  return command
    .optionsGroup(OPTION_GROUPS.templates)
    .addOption(new AssignOption("set", "<NAME=VALUE>", "set a variable of templates (NAME.j2); VALUE is a YAML scalar"))
    .addOption(new AssignOption("set-string", "<NAME=TEXT>", "the same, but the value is always text"))
    .addOption(new AssignOption("set-file", "<NAME=FILE>", "the same with the text of a file"))
    .option("--values <FILE>", "set the variables in this YAML or JSON file (--set and later files win)", collect);
}

/** All of them are collected in one list, because later ones win. */
class AssignOption extends Option {
  constructor(option: Assignment["option"], value: string, description: string) {
    super(`--${option} ${value}`, description);
    this.argParser((text: string, earlier: Assignment[] = []) => [...earlier, { option, text }]);
  }

  override attributeName(): string {
    return "assignments";
  }
}

function collect(file: string, earlier: string[] = []): string[] {
  return [...earlier, file];
}
