import { Command } from "commander";
import type { HandlerMode } from "../options.js";
import { addDeliveryOptions, addHandlerSettings, MODES_HELP } from "./handler-options.js";
import { COMMAND_GROUPS, OPTION_GROUPS } from "./help-groups.js";
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
    .helpGroup(COMMAND_GROUPS.kubernetes)
    .summary("print the part handler")
    .description("Print the part handler that is part of every bundle with manifests, for use with other tools.");
  return addHandlerSettings(addDeliveryOptions(command, []))
    .optionsGroup(OPTION_GROUPS.general)
    .addHelpText("after", `${MODES_HELP}\n${EXAMPLES}`)
    .action((flags: Flags) => printHandler(flags, io));
}

async function printHandler(flags: Flags, io: Io): Promise<void> {
  const { createPartHandler } = await import("../pipeline.js");
  await write(io.stdout, createPartHandler(flags));
}
