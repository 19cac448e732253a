/**
 * The checks that read cloud-config and archives: loaded only if there are any, because the parser takes time to
 * load.
 */
import type { Check } from "./check.js";
import { archiveEntries } from "./cloud-config/archive-entries.js";
import { configRoot } from "./cloud-config/config-root.js";
import { configTypes } from "./cloud-config/config-types.js";
import { configSyntax } from "./cloud-config/config-syntax.js";
import { fileContent } from "./cloud-config/file-content.js";
import { fileOwner } from "./cloud-config/file-owner.js";
import { flowColons } from "./cloud-config/flow-colons.js";
import { hostNames } from "./cloud-config/host-names.js";
import { mergeOptions } from "./cloud-config/merge-options.js";
import { mergeTypes } from "./cloud-config/merge-types.js";
import { mergedKeys } from "./cloud-config/merged-keys.js";
import { networkUnread } from "./cloud-config/network-unread.js";
import { keyReleases } from "./cloud-config/key-releases.js";
import { outdatedKeys } from "./cloud-config/outdated-keys.js";
import { passwords } from "./cloud-config/passwords.js";
import { configPlaceholders } from "./cloud-config/placeholders.js";
import { readerKeys } from "./cloud-config/reader-keys.js";
import { repeatedKeys } from "./cloud-config/repeated-keys.js";
import { sshKeys } from "./cloud-config/ssh-keys.js";
import { userSudo } from "./cloud-config/user-sudo.js";

export const CONFIG_CHECKS: readonly Check[] = [
  archiveEntries,
  configSyntax,
  configRoot,
  repeatedKeys,
  configTypes,
  outdatedKeys,
  flowColons,
  keyReleases,
  readerKeys,
  fileOwner,
  fileContent,
  hostNames,
  userSudo,
  networkUnread,
  passwords,
  sshKeys,
  configPlaceholders,
  mergeTypes,
  mergeOptions,
  mergedKeys,
];
