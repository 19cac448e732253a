/** THE table of what the modules of cloud-config take, put together from its parts. */
import { AUTOMATION_SCHEMAS } from "./modules/automation.js";
import { COMMAND_SCHEMAS } from "./modules/commands.js";
import { HOST_SCHEMAS } from "./modules/host.js";
import { PACKAGE_SCHEMAS } from "./modules/packages.js";
import { SSH_SCHEMAS } from "./modules/ssh.js";
import { STORAGE_SCHEMAS } from "./modules/storage.js";
import { SYSTEM_SCHEMAS } from "./modules/system.js";
import { USER_SCHEMAS } from "./modules/users.js";
import { VENDOR_SCHEMAS } from "./modules/vendors.js";
import type { Keys } from "./value-type.js";

/**
 * Key → its type, for every key of cloud-init 26.2 (config/schemas/schema-cloud-config-v1.json). What the
 * modules take besides (config/cc_*.py) is said with `lenient`, and holds for 22.4 as well.
 */
export const MODULE_SCHEMAS: Keys = {
  ...USER_SCHEMAS,
  ...COMMAND_SCHEMAS,
  ...PACKAGE_SCHEMAS,
  ...SSH_SCHEMAS,
  ...STORAGE_SCHEMAS,
  ...HOST_SCHEMAS,
  ...SYSTEM_SCHEMAS,
  ...AUTOMATION_SCHEMAS,
  ...VENDOR_SCHEMAS,
};
