import type { Distribution } from "./releases.js";

/** What cloud-init reads only in some of its releases, or only on some distributions. */
export interface Change {
  /** What it is: a content type, or a key of cloud-config. */
  kind: "type" | "key";
  /** The type, or the path of the key: `[]` is each item of a list, and `*` each key of a mapping. */
  name: string;
  /** The first release that reads it. Default: all that kubeboot knows. */
  since?: string;
  /** The first release that no longer reads it. Default: none. */
  until?: string;
  /** The only distributions where it is read. Default: all of them. */
  on?: readonly Distribution[];
}

type Limits = Omit<Change, "kind" | "name">;

const UBUNTU = { on: ["ubuntu"] } as const;
const APT = { on: ["debian", "ubuntu"] } as const;
const RED_HAT = { on: ["rhel", "fedora"] } as const;
const YUM = { on: ["rhel", "fedora", "amazon"] } as const;

/**
 * The content types: the handlers in cloudinit/handlers of each release, and `INCLUSION_TYPES_MAP` there.
 */
const TYPES: Readonly<Record<string, Limits>> = {
  "text/jinja2": { since: "18.4" },
  "text/x-shellscript-per-boot": { since: "22.1" },
  "text/x-shellscript-per-instance": { since: "22.1" },
  "text/x-shellscript-per-once": { since: "22.1" },
  "text/upstart-job": { until: "22.2" },
};

/**
 * The keys: where cloudinit/config/cc_*.py, cloudinit/distros and stages.py of each release begin and cease to read
 * them, and the distributions that the modules name in their `distros`.
 */
const KEYS: Readonly<Record<string, Limits>> = {
  allow_public_ssh_keys: { since: "19.3" },
  ansible: { since: "22.3" },
  "ansible.pull[]": { since: "25.2" },
  "ansible.pull.playbook_names": { since: "25.2" },
  apk_repos: { since: "20.3", on: ["alpine"] },
  apt: { since: "0.7.8", ...APT },
  "apt.sources.*.append": { since: "22.4", ...APT },
  apt_pipelining: APT,
  autoinstall: UBUNTU,
  byobu_by_default: APT,
  ca_certs: { since: "22.1" },
  "chef.chef_license": { since: "20.3" },
  "chef.config_path": { since: "25.1" },
  "chpasswd.users": { since: "22.3" },
  create_hostname_file: { since: "23.4" },
  debug: { until: "22.3" },
  drivers: { since: "19.1", ...UBUNTU },
  fan: { since: "0.7.7", ...UBUNTU },
  "grub-dpkg": APT,
  grub_dpkg: APT,
  keyboard: { since: "22.1" },
  landscape: UBUNTU,
  lxd: { since: "0.7.7", ...UBUNTU },
  "lxd.preseed": { since: "22.4", ...UBUNTU },
  manage_resolv_conf: { on: ["alpine", "fedora", "rhel", "suse"] },
  migrate: { until: "24.1" },
  ntp: { since: "0.7.8" },
  "ntp.allow": { since: "23.2" },
  "ntp.config": { since: "18.3" },
  "ntp.enabled": { since: "18.3" },
  "ntp.ntp_client": { since: "18.3" },
  "ntp.peers": { since: "23.2" },
  "packages[].apt": { since: "23.4" },
  "packages[].snap": { since: "23.4" },
  "power_state.condition": { since: "0.7.7" },
  prefer_fqdn_over_hostname: { since: "21.2" },
  "puppet.csr_attributes": { since: "19.3" },
  "puppet.exec": { since: "21.3" },
  "puppet.install_type": { since: "21.3" },
  reporting: { since: "0.7.7" },
  rh_subscription: { since: "0.7.7", ...RED_HAT },
  "rh_subscription.activation_key": { since: "25.3", ...RED_HAT },
  "rh_subscription.add_pool": { since: "25.3", ...RED_HAT },
  "rh_subscription.auto_attach": { since: "25.3", ...RED_HAT },
  "rh_subscription.disable_repo": { since: "25.3", ...RED_HAT },
  "rh_subscription.enable_repo": { since: "25.3", ...RED_HAT },
  "rh_subscription.release_version": { since: "25.3", ...RED_HAT },
  "rh_subscription.rhsm_baseurl": { since: "25.3", ...RED_HAT },
  "rh_subscription.server_hostname": { since: "25.3", ...RED_HAT },
  "rh_subscription.service_level": { since: "25.3", ...RED_HAT },
  rpi: { since: "25.2", on: [] },
  "rsyslog.check_exe": { since: "23.3" },
  "rsyslog.install_rsyslog": { since: "23.3" },
  "rsyslog.packages": { since: "23.3" },
  "rsyslog.remotes": { since: "0.7.7" },
  "salt_minion.grains": { since: "18.2" },
  snap: { since: "18.2", ...UBUNTU },
  snappy: { until: "20.1" },
  spacewalk: { since: "0.7.8", ...RED_HAT },
  "ssh.emit_keys_to_console": { since: "21.1" },
  ssh_import_id: { on: ["debian", "ubuntu", "alpine"] },
  ssh_publish_hostkeys: { since: "19.3" },
  ssh_quiet_keygen: { since: "21.4" },
  ubuntu_advantage: { since: "18.2", ...UBUNTU },
  "ubuntu-advantage": { since: "18.2", ...UBUNTU },
  ubuntu_pro: { since: "24.1", ...UBUNTU },
  updates: { since: "21.3" },
  "users[].create_groups": { since: "0.7.7" },
  "users[].doas": { since: "23.3" },
  "users[].hashed_passwd": { since: "0.7.7" },
  "users[].snapuser": { since: "0.7.9" },
  "users[].ssh_redirect_user": { since: "18.4" },
  "users[].uid": { since: "0.7.7" },
  vendor_data2: { since: "21.1" },
  wireguard: { since: "22.3", ...UBUNTU },
  "write_files[].append": { since: "17.1" },
  "write_files[].defer": { since: "21.4" },
  "write_files[].source": { since: "24.3" },
  yum_repo_dir: YUM,
  yum_repos: YUM,
  zypper: { since: "17.2", on: ["suse"] },
};

/** THE table of what came, went, and is limited to some distributions. */
export const CHANGES: readonly Change[] = [...listChanges("type", TYPES), ...listChanges("key", KEYS)];

/** The keys that the newest release no longer reads. */
export const REMOVED_KEYS: ReadonlySet<string> = new Set(
  CHANGES.filter(({ kind, until }) => kind === "key" && until !== undefined).map(({ name }) => name),
);

function listChanges(kind: Change["kind"], rows: Readonly<Record<string, Limits>>): Change[] {
  return Object.entries(rows).map(([name, limits]) => Object.assign({ kind, name }, limits));
}
