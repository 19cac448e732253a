/** THE table of what cloud-init's modules do with cloud-config. */
import { COMMAND_MODULES } from "./commands.js";
import type { ModuleRows } from "./described.js";
import { HOST_MODULES } from "./host.js";
import { SOFTWARE_MODULES } from "./software.js";
import { USER_MODULES } from "./users.js";

/** By name, with underscores. */
export const MODULES: ModuleRows = {
  ...COMMAND_MODULES,
  ...HOST_MODULES,
  ...USER_MODULES,
  ...SOFTWARE_MODULES,
};
