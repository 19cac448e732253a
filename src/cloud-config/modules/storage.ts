/** Disks, file systems and swap. */
import { anyText, textOrTexts, truthyFlag, wordFlag } from "../lenient-types.js";
import {
  either,
  flag,
  integer,
  lenient,
  list,
  mapping,
  names,
  nothing,
  oneOf,
  scalar,
  text,
  textLike,
  texts,
  type Keys,
} from "../value-type.js";

const size = textLike(/^(?:[0-9]+)?\.?[0-9]+[BKMGT]$/, "a size such as 512M");
/** What util.py, human2bytes, reads besides. */
const looseSize = textLike(/^[0-9]+(?:\.[0-9]*)?[KMGT]?B?$/, "a size");
const options = either(text, texts);

/** How much of the disk a partition takes, in percent, and of which type it is. */
const partition = either(integer(), list(either(integer(), text), { least: 2, most: 2 }));

const fileSystem = mapping({
  label: text,
  filesystem: text,
  device: text,
  partition: lenient(
    oneOf("auto", "any", "none"),
    integer({ min: 0 }),
    textLike(/^(?:\d+|auto|any|none)$/i, "a partition"),
  ),
  overwrite: truthyFlag,
  replace_fs: text,
  extra_opts: options,
  cmd: options,
});

/** A line of fstab; 26.2 makes text of its fields. */
const field = lenient(text, scalar, nothing);
const mount = lenient(list(field, { least: 1, most: 6 }), list(field, { least: 1 }));

export const STORAGE_SCHEMAS: Keys = {
  device_aliases: names(text),
  disk_setup: names(
    mapping({
      table_type: oneOf("mbr", "gpt"),
      layout: either(oneOf("remove"), flag, list(partition)),
      overwrite: truthyFlag,
    }),
  ),
  fs_setup: lenient(list(fileSystem), nothing),
  mounts: list(mount, { filled: true }),
  mount_default_fields: list(either(text, nothing), { least: 6, most: 6 }),
  swap: mapping({
    filename: text,
    size: lenient(either(oneOf("auto"), integer(), size), looseSize),
    maxsize: lenient(either(integer(), size), looseSize),
  }),
  growpart: mapping({
    mode: oneOf("auto", "growpart", "gpart", "off", false),
    devices: textOrTexts,
    ignore_growroot_disabled: wordFlag,
  }),
  resize_rootfs: lenient(
    oneOf(true, false, "noblock"),
    textLike(/^(?:true|yes|on|1|false|no|off|0|noblock)$/i, "a word"),
  ),
  grub_dpkg: lenient(
    mapping({
      enabled: wordFlag,
      "grub-pc/install_devices": anyText,
      "grub-pc/install_devices_empty": either(flag, text),
      "grub-efi/install_devices": anyText,
    }),
    nothing,
  ),
};
