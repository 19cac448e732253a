import { Command } from "commander";
import { resolveOptions } from "../options.js";
import { renderPartHandler, type HandlerMode } from "../arrange/part-handler.js";
import { addHandlerOptions, MODES_HELP } from "./handler-options.js";
import { write, type Io } from "./io.js";

interface Flags {
  handler?: HandlerMode;
  manifestDir?: string;
  handlerTimeout?: number;
  start: boolean;
}

const EXAMPLES = `
Examples:
  kubeboot handler > kubeboot.py
  kubeboot handler --handler directory --manifest-dir /var/lib/rancher/k3s/server/manifests > kubeboot.py
  cloud-init devel make-mime -a kubeboot.py:part-handler -a pod.yaml:x-kube-pod --force > userdata`;

/** `kubeboot handler` */
export function handlerCommand(io: Io): Command {
  const command = new Command("handler")
    .summary("print the part handler")
    .description("Prints the part handler that bundles carry, for use with other tools.");
  return addHandlerOptions(command, [])
    .addHelpText("after", `${MODES_HELP}\n${EXAMPLES}`)
    .action((flags: Flags) => printHandler(flags, io));
}

async function printHandler(flags: Flags, io: Io): Promise<void> {
  const { manifestDir: directory, handlerTimeout: timeout, start } = resolveOptions(flags);
  await write(io.stdout, renderPartHandler({ mode: flags.handler ?? "watch", directory, timeout, start }));
}
