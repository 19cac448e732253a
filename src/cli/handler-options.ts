import { Option, type Command } from "commander";
import { HANDLER_MODES } from "../options.js";

/** What each mode does, for `--help`. */
export const MODES_HELP = `
Modes of the part handler:
  watch      keeps manifests in /var/lib/kubeboot and submits them when Kubernetes is there (default)
  direct     submits them while the machine boots, which waits for it, at most --handler-timeout
  directory  writes them to --manifest-dir, for k3s, RKE2 or the kubelet, which watch one`;

/** Adds the options that say how manifests are delivered on the instance. */
export function addDeliveryOptions(command: Command, extraModes: readonly string[]): Command {
  const mode = new Option("--handler <MODE>", "how manifests reach Kubernetes").choices([
    ...HANDLER_MODES,
    ...extraModes,
  ]);
  return command.addOption(mode).option("--manifest-dir <DIR>", "the folder on the instance for --handler directory");
}

/** Adds the options that are settings of the part handler itself. */
export function addHandlerSettings(command: Command): Command {
  return command
    .option("--handler-timeout <SECONDS>", "the most that a boot, or one submission, may take (default: 120)", Number)
    .option("--no-start", "don't start the Kubernetes services that the instance has");
}
