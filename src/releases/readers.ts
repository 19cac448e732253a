/** What a program that reads user-data in the place of cloud-init knows. */
export interface Reader {
  /** The content types; the others are ignored. */
  types: readonly string[];
  /** The keys of cloud-config, each with the keys of its mappings; null if all of them are read. */
  keys: Readonly<Record<string, readonly string[] | null>>;
}

/**
 * THE table of such programs, by name. coreos-cloudinit runs every script at each boot, whatever its type says
 * (flatcar/coreos-cloudinit of 2026-05: config/config.go, file.go and user.go, initialize/user_data.go).
 */
const READERS: Readonly<Record<string, Reader>> = {
  "coreos-cloudinit": {
    types: [
      "text/cloud-config",
      "text/x-shellscript",
      "text/x-shellscript-per-boot",
      "text/x-shellscript-per-instance",
      "text/x-shellscript-per-once",
    ],
    keys: {
      coreos: null,
      hostname: null,
      manage_etc_hosts: null,
      ssh_authorized_keys: null,
      users: [
        "name",
        "passwd",
        "ssh_authorized_keys",
        "coreos_ssh_import_github",
        "coreos_ssh_import_github_users",
        "coreos_ssh_import_url",
        "gecos",
        "homedir",
        "no_create_home",
        "primary_group",
        "groups",
        "no_user_group",
        "system",
        "no_log_init",
        "shell",
      ],
      write_files: ["encoding", "content", "owner", "path", "permissions"],
    },
  },
};

/** The reader with this name; null for cloud-init. */
export function findReader(name: string): Reader | null {
  return Object.hasOwn(READERS, name) ? READERS[name]! : null;
}
