import type { Command } from "commander";
import { describeCommands, type CompletedCommand } from "./describe-commands.js";
import { renderBash } from "./render-bash.js";
import { renderFish } from "./render-fish.js";
import { renderPowershell } from "./render-powershell.js";
import { renderZsh } from "./render-zsh.js";
import type { Shell } from "../completion.js";

/** The script that makes a shell complete the program's commands, their options and values. */
export function renderCompletion(shell: Shell, program: Command): string {
  return RENDERERS[shell](describeCommands(program));
}

const RENDERERS: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: renderBash,
  zsh: renderZsh,
  fish: renderFish,
  powershell: renderPowershell,
};
