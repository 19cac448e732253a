import { Argument, Command } from "commander";
import { COMMAND_GROUPS } from "./help-groups.js";
import { write, type Io } from "./io.js";

const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

/** A shell that can complete command lines. */
export type Shell = (typeof SHELLS)[number];

const EXAMPLES = `
The first example of each shell is for the shell that is open, the second for all that are opened later, if the folder exists.
bash needs the package bash-completion for it, and zsh the line "fpath+=(~/.zfunc)" before "compinit" in ~/.zshrc.

Examples:
  eval "$(kubeboot completion bash)"
  kubeboot completion bash > ~/.local/share/bash-completion/completions/kubeboot
  source <(kubeboot completion zsh)
  kubeboot completion zsh > ~/.zfunc/_kubeboot
  kubeboot completion fish | source
  kubeboot completion fish > ~/.config/fish/completions/kubeboot.fish
  kubeboot completion powershell | Out-String | Invoke-Expression
  kubeboot completion powershell | Add-Content $PROFILE`;

/** `kubeboot completion SHELL` */
export function completionCommand(io: Io): Command {
  return new Command("completion")
    .helpGroup(COMMAND_GROUPS.help)
    .summary("print a script that completes command lines")
    .description("Print a script that makes a shell complete commands, options, their values and files.")
    .addArgument(new Argument("<SHELL>", "the shell").choices(SHELLS))
    .addHelpText("after", EXAMPLES)
    .action(async (shell: Shell, _, { parent }: Command) => {
      const { renderCompletion } = await import("./completion/render-completion.js");
      await write(io.stdout, renderCompletion(shell, parent!));
    });
}
