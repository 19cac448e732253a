/** The modules of cloud-init, as lists of modules name them. */
import { textLike } from "../value-type.js";

/** From the folder cloudinit/config of 26.2; `ubuntu_advantage` is what `ubuntu_pro` was. */
const NAMES = `
  ansible apk_configure apt_configure apt_pipelining bootcmd byobu ca_certs chef disable_ec2_metadata disk_setup fan
  final_message growpart grub_dpkg install_hotplug keyboard keys_to_console landscape locale lxd mcollective mounts
  ntp package_update_upgrade_install phone_home power_state_change puppet raspberry_pi reset_rmc resizefs resolv_conf
  rh_subscription rsyslog runcmd salt_minion scripts_per_boot scripts_per_instance scripts_per_once scripts_user
  scripts_vendor seed_random set_hostname set_passwords snap spacewalk ssh ssh_authkey_fingerprints ssh_import_id
  timezone ubuntu_advantage ubuntu_autoinstall ubuntu_drivers ubuntu_pro update_etc_hosts update_hostname users_groups
  wireguard write_files write_files_deferred yum_add_repo zypper_add_repo
`;

/** Those that are not taken with dashes. */
const NEWER = new Set(["raspberry_pi", "ubuntu_pro"]);

const underscored = NAMES.trim().split(/\s+/);
const dashed = underscored.filter((name) => !NEWER.has(name)).map((name) => name.replaceAll("_", "-"));

const MODULES = new Set([...underscored, ...dashed]);

/** The name of a module, with underscores or dashes. */
export const moduleName = textLike((name) => MODULES.has(name), "the name of a module");
