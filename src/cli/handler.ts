import { Command } from "commander";
import { renderPartHandler } from "../part-handler.js";
import { write, type Io } from "./io.js";

const EXAMPLES = `
Examples:
  kubeboot handler > kubeboot.py
  cloud-init devel make-mime -a kubeboot.py:part-handler -a pod.yaml:x-kube-pod --force > userdata`;

/** `kubeboot handler` */
export function handlerCommand(io: Io): Command {
  return new Command("handler")
    .summary("print the part handler")
    .description("Prints the part handler that bundles carry, for use with other tools.")
    .option("--handler-timeout <SECONDS>", "the most that it may take at boot", Number, 120)
    .addHelpText("after", EXAMPLES)
    .action(({ handlerTimeout }) => write(io.stdout, renderPartHandler({ mode: "direct", timeout: handlerTimeout })));
}
