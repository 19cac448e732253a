import { isCloudConfig, readConfig, rootOf } from "../../cloud-config/read-config.js";
import { finding, locationOf } from "../../findings/finding.js";
import type { Check } from "../check.js";

/** cmd/main.py, main_init, applies networks before it reads user-data (doc/rtd/reference/network-config.rst). */
export const networkUnread: Check = {
  codes: ["network-unread"],
  target: "input",
  each: true,
  run: (parts) =>
    parts
      .filter((part) => isCloudConfig(part) && Object.hasOwn(rootOf(part), "network"))
      .map((part) => finding("network-unread", locationOf(part, readConfig(part).locate(["network"])))),
};
