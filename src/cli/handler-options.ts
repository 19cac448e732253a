import { Option, type Command } from "commander";
import { HANDLER_MODES } from "../options.js";
import { OPTION_GROUPS } from "./help-groups.js";

/** What each mode does, for `--help`. */
export const MODES_HELP = `
Modes of the part handler:
  watch      store manifests in /var/lib/kubeboot and submit them when Kubernetes is up (default)
  direct     submit them during boot, which waits up to --handler-timeout
  directory  write them to --manifest-dir, a folder that k3s, RKE2 or the kubelet watches`;

/** Adds the options for how manifests are delivered on the instance. */
export function addDeliveryOptions(command: Command, extraModes: readonly string[]): Command {
  const mode = new Option("--handler <MODE>", "how the instance submits manifests to Kubernetes").choices([
    ...HANDLER_MODES,
    ...extraModes,
  ]);
  return command
    .optionsGroup(OPTION_GROUPS.kubernetes)
    .addOption(mode)
    .option("--manifest-dir <DIR>", "folder on the instance for --handler directory");
}

/** Adds the options that are settings of the part handler. */
export function addHandlerSettings(command: Command): Command {
  return command
    .optionsGroup(OPTION_GROUPS.kubernetes)
    .option("--handler-timeout <SECONDS>", "time limit for the boot, and for one submission (default: 120)", Number)
    .option("--no-start", "do not enable and start the Kubernetes services of the instance");
}
