/** Where cloud-init writes scripts. */

/** The folders by type: the scripts of each run in the order of their names (subp.py, runparts). */
export const SORTED_FOLDERS: readonly string[] = [
  "text/x-shellscript",
  "text/x-shellscript-per-boot",
  "text/x-shellscript-per-instance",
  "text/x-shellscript-per-once",
];

/** A boothook is run as soon as it is written, so only whether it can be written matters (handlers/boot_hook.py). */
export const BOOTHOOK = "text/cloud-boothook";

/** The longest file name that Linux file systems hold, in bytes. */
export const LONGEST_NAME = 255;

/** Whether cloud-init writes parts of this type to files and runs those. */
export function isScript(type: string): boolean {
  return type === BOOTHOOK || SORTED_FOLDERS.includes(type);
}

/** The name under which cloud-init writes a part of this filename (util.py, clean_filename). */
export function cleanFilename(filename: string): string {
  return filename.replaceAll("/", "_").replace(/[^A-Za-z0-9_.()-]/g, "");
}

/** Whether a file can have the name at all: other than a folder's own names, and no longer than Linux takes. */
export function isFileName(name: string): boolean {
  return !["", ".", ".."].includes(name) && name.length <= LONGEST_NAME;
}

/** What cloud-init calls the script that it makes of cloud-config's runcmd (config/cc_runcmd.py). */
export const RUNCMD = "runcmd";
