import type { Location } from "../../findings/finding.js";
import type { Interpreter } from "../../shell/find-interpreter.js";

/** A text that a shell runs. */
export interface ShellText {
  text: string;
  interpreter: Interpreter;
  /** Whether it is made of the commands of cloud-config, so that its first line can't be changed. */
  isCommand: boolean;
  locate: (offset: number) => Location;
}
