/** Where cloud-init writes scripts. */

/** The folders by type: the scripts in each run in the order of their names (subp.py, runparts). */
export const SORTED_FOLDERS: readonly string[] = [
  "text/x-shellscript",
  "text/x-shellscript-per-boot",
  "text/x-shellscript-per-instance",
  "text/x-shellscript-per-once",
];

/** A boothook runs as soon as it is written, so only its file name must be valid (handlers/boot_hook.py). */
export const BOOTHOOK = "text/cloud-boothook";

/** The longest file name that Linux file systems hold, in bytes. */
export const LONGEST_NAME = 255;

/** Whether cloud-init writes parts of this type to files and runs the files. */
export function isScript(type: string): boolean {
  return type === BOOTHOOK || SORTED_FOLDERS.includes(type);
}

/** The file name that cloud-init gives a part with this filename (util.py, clean_filename). */
export function cleanFilename(filename: string): string {
  return filename.replaceAll("/", "_").replace(/[^A-Za-z0-9_.()-]/g, "");
}

/** Whether a file can have the name: not empty, `.` or `..`, and not longer than Linux allows. */
export function isFileName(name: string): boolean {
  return !["", ".", ".."].includes(name) && name.length <= LONGEST_NAME;
}

/** The name of the script that cloud-init makes from the `runcmd` of cloud-config (config/cc_runcmd.py). */
export const RUNCMD = "runcmd";
