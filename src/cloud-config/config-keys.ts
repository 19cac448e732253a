/** The keys of cloud-config: those at its root, and the deprecated ones. */

/**
 * The keys that cloud-init reads: the properties of its schema, 22.4 to 26.2 (config/schemas), and those that only
 * its code knows (stages.py, log.py, settings.py, sources, distros, config/cc_*.py of the same releases).
 */
const KEYS = `
  allow_public_ssh_keys allow_userdata ansible apk_repos apt apt_pipelining authkey_hash autoinstall bootcmd
  byobu_by_default ca-certs ca_certs chef chpasswd cloud_config_modules cloud_final_modules cloud_init_modules
  create_hostname_file datasource datasource_list datasource_pkg_list def_log_file device_aliases
  disable_ec2_metadata disable_root disable_root_opts disk_setup drivers fan features final_message fqdn fs_setup
  groups growpart grub-dpkg grub_dpkg hostname keyboard landscape launch-index locale locale_configfile log_basic
  log_cfgs logcfg lxd manage_etc_hosts manage_resolv_conf manual_cache_clean mcollective merge_how merge_type
  mount_default_fields mounts network no_ssh_fingerprints ntp output package_reboot_if_required package_update
  package_upgrade packages password phone_home power_state prefer_fqdn_over_hostname preserve_hostname puppet
  random_seed reporting resize_rootfs resolv_conf rh_subscription rpi rsyslog runcmd salt_minion snap spacewalk ssh
  ssh_authorized_keys ssh_deletekeys ssh_fp_console_blacklist ssh_genkeytypes ssh_import_id
  ssh_key_console_blacklist ssh_keys ssh_publish_hostkeys ssh_pwauth ssh_quiet_keygen swap syslog_fix_perms
  system_info timezone ubuntu_pro unverified_modules updates user users vendor_data vendor_data2 version warnings wireguard
  write_files yum_repo_dir yum_repos zypper
`;

/** What cloud-init says about a deprecated key, and its replacement. */
interface Deprecation {
  since: string;
  by: string;
}

/**
 * The path of each key; `[]` matches every item of a list. From the schema of 26.2 (`deprecated_version`) and, for
 * apt_*, cc_apt_configure.py.
 */
export const DEPRECATED_KEYS: Readonly<Record<string, Deprecation>> = {
  "ca-certs": { since: "22.3", by: "ca_certs" },
  "grub-dpkg": { since: "22.2", by: "grub_dpkg" },
  apt_update: { since: "22.2", by: "package_update" },
  apt_upgrade: { since: "22.2", by: "package_upgrade" },
  apt_reboot_if_required: { since: "22.2", by: "package_reboot_if_required" },
  ubuntu_advantage: { since: "24.1", by: "ubuntu_pro" },
  "ubuntu-advantage": { since: "22.1", by: "ubuntu_pro" },
  "ca_certs.remove-defaults": { since: "22.3", by: "remove_defaults" },
  "ca-certs.remove-defaults": { since: "22.3", by: "remove_defaults" },
  "chpasswd.list": { since: "22.2", by: "chpasswd.users" },
  "users[].create-groups": { since: "24.2", by: "create_groups" },
  "users[].hashed-passwd": { since: "24.2", by: "hashed_passwd" },
  "users[].lock-passwd": { since: "22.3", by: "lock_passwd" },
  "users[].no-create-home": { since: "24.2", by: "no_create_home" },
  "users[].no-log-init": { since: "24.2", by: "no_log_init" },
  "users[].no-user-group": { since: "24.2", by: "no_user_group" },
  "users[].plain-text-passwd": { since: "24.2", by: "plain_text_passwd" },
  "users[].primary-group": { since: "24.2", by: "primary_group" },
  "users[].selinux-user": { since: "24.2", by: "selinux_user" },
  "users[].ssh-authorized-keys": { since: "18.3", by: "ssh_authorized_keys" },
  "users[].ssh-import-id": { since: "24.2", by: "ssh_import_id" },
  "users[].ssh-redirect-user": { since: "24.2", by: "ssh_redirect_user" },
  "rh_subscription.activation-key": { since: "25.3", by: "activation_key" },
  "rh_subscription.auto-attach": { since: "25.3", by: "auto_attach" },
  "rh_subscription.service-level": { since: "25.3", by: "service_level" },
  "rh_subscription.add-pool": { since: "25.3", by: "add_pool" },
  "rh_subscription.enable-repo": { since: "25.3", by: "enable_repo" },
  "rh_subscription.disable-repo": { since: "25.3", by: "disable_repo" },
  "rh_subscription.rhsm-baseurl": { since: "25.3", by: "rhsm_baseurl" },
  "rh_subscription.server-hostname": { since: "25.3", by: "server_hostname" },
  "ansible.pull.playbook_name": { since: "25.2", by: "playbook_names" },
  "ansible.pull[].playbook_name": { since: "25.2", by: "playbook_names" },
  apt_sources: { since: "22.1", by: "apt.sources" },
  apt_mirror: { since: "22.1", by: "apt.primary" },
  apt_mirror_search: { since: "22.1", by: "apt.primary" },
  apt_mirror_search_dns: { since: "22.1", by: "apt.primary" },
  apt_proxy: { since: "22.1", by: "apt.proxy" },
  apt_http_proxy: { since: "22.1", by: "apt.http_proxy" },
  apt_https_proxy: { since: "22.1", by: "apt.https_proxy" },
  apt_ftp_proxy: { since: "22.1", by: "apt.ftp_proxy" },
  apt_preserve_sources_list: { since: "22.1", by: "apt.preserve_sources_list" },
  apt_custom_sources_list: { since: "22.1", by: "apt.sources_list" },
};

/** Every key that today's cloud-init reads. */
export const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...KEYS.trim().split(/\s+/),
  ...Object.keys(DEPRECATED_KEYS).filter((key) => !/[.[]/.test(key)),
]);
