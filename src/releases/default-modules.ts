import type { Distribution } from "./releases.js";

/** The stages that run modules. */
export type ModuleStage = "network" | "config" | "final";

/** At every boot, at the first boot of an instance, or once for all instances that the image becomes. */
export type Frequency = "always" | "instance" | "once";

/** A place in the list of a stage. */
export interface ModuleRow {
  /** With underscores, as its file cc_NAME.py; most lists before 23.3 have hyphens. */
  name: string;
  /** The first release that has it here. Default: all that kubeboot knows. */
  since?: string;
  /** The first release that no longer has it here. Default: none. */
  until?: string;
  /** Default: `instance`. */
  frequency?: Frequency;
  /** The only distributions whose list has it. Default: all of them. */
  on?: readonly Distribution[];
}

const APT: readonly Distribution[] = ["debian", "ubuntu"];
const UBUNTU: readonly Distribution[] = ["ubuntu"];
const RED_HAT: readonly Distribution[] = ["rhel", "fedora"];
const NOT_RHEL: readonly Distribution[] = ["debian", "ubuntu", "fedora", "amazon", "suse", "alpine"];
/** One that no image of the table has. */
const RASPBERRY_PI_OS: readonly Distribution[] = [];
const NOT_ALPINE: readonly Distribution[] = ["debian", "ubuntu", "rhel", "fedora", "amazon", "suse"];

/**
 * THE table of the modules that run by default, each stage in the order in which it runs them; a module that moved has
 * a row for each place. From config/cloud.cfg.tmpl (config/cloud.cfg before 17.1) of each release, filled in for each
 * distribution, and the frequencies in cloudinit/config/cc_*.py.
 */
export const DEFAULT_MODULES: Readonly<Record<ModuleStage, readonly ModuleRow[]>> = {
  network: [
    { name: "migrator", until: "24.1", frequency: "always" },
    { name: "ubuntu_init_switch", since: "0.7.6", until: "17.1" },
    { name: "seed_random" },
    { name: "bootcmd", frequency: "always" },
    { name: "write_files" },
    { name: "growpart", frequency: "always" },
    { name: "resizefs", frequency: "always" },
    { name: "disk_setup", since: "0.7.9" },
    { name: "mounts", since: "0.7.9" },
    { name: "set_hostname", until: "22.2" },
    { name: "set_hostname", since: "22.2", until: "22.3", frequency: "always" },
    { name: "set_hostname", since: "22.3" },
    { name: "update_hostname", frequency: "always" },
    { name: "update_etc_hosts", frequency: "always" },
    { name: "resolv_conf", since: "20.3", on: ["alpine"] },
    { name: "ca_certs" },
    { name: "rsyslog" },
    { name: "users_groups" },
    { name: "ssh" },
    { name: "set_passwords", since: "24.2" },
    { name: "raspberry_pi", since: "25.2", until: "26.1", on: RASPBERRY_PI_OS },
  ],
  config: [
    { name: "wireguard", since: "22.3", on: UBUNTU },
    { name: "emit_upstart", until: "17.1", frequency: "always" },
    { name: "emit_upstart", since: "17.1", until: "22.2", frequency: "always", on: APT },
    { name: "disk_setup", until: "0.7.9" },
    { name: "mounts", until: "0.7.9" },
    { name: "ntp", since: "0.7.8", until: "0.7.9" },
    { name: "snap", since: "18.2", on: APT },
    { name: "snap_config", since: "0.7.9", until: "17.1" },
    { name: "snap_config", since: "17.1", until: "20.1", on: APT },
    { name: "ubuntu_autoinstall", since: "22.3", frequency: "once", on: UBUNTU },
    { name: "ssh_import_id" },
    { name: "keyboard", since: "22.1", until: "22.2" },
    { name: "keyboard", since: "22.2", on: NOT_RHEL },
    { name: "locale" },
    { name: "set_passwords", until: "24.2" },
    { name: "rh_subscription", since: "22.2", on: ["rhel"] },
    { name: "spacewalk", since: "17.1", on: RED_HAT },
    { name: "yum_add_repo", since: "17.1", until: "26.2", on: RED_HAT },
    { name: "yum_add_repo", since: "26.2", on: [...RED_HAT, "amazon"] },
    { name: "apk_configure", since: "20.3", on: ["alpine"] },
    { name: "snappy", since: "0.7.7", until: "0.7.8" },
    { name: "grub_dpkg", until: "17.1" },
    { name: "grub_dpkg", since: "17.1", on: APT },
    { name: "apt_pipelining", until: "17.1" },
    { name: "apt_pipelining", since: "17.1", on: APT },
    { name: "apt_configure", until: "17.1" },
    { name: "apt_configure", since: "17.1", on: APT },
    { name: "ubuntu_advantage", since: "18.2", until: "24.1", on: UBUNTU },
    { name: "ubuntu_pro", since: "24.1", on: UBUNTU },
    { name: "zypper_add_repo", since: "17.2", frequency: "always", on: ["suse"] },
    { name: "package_update_upgrade_install", until: "0.7.8" },
    { name: "fan", since: "0.7.7", until: "0.7.8" },
    { name: "landscape", until: "0.7.8" },
    { name: "ntp", since: "0.7.9" },
    { name: "timezone" },
    { name: "lxd", since: "0.7.7", until: "0.7.8" },
    { name: "puppet", until: "0.7.8" },
    { name: "chef", until: "0.7.8" },
    { name: "salt_minion", until: "0.7.8" },
    { name: "mcollective", until: "0.7.8" },
    { name: "raspberry_pi", since: "26.1", on: RASPBERRY_PI_OS },
    { name: "disable_ec2_metadata", frequency: "always" },
    { name: "runcmd" },
    { name: "byobu", until: "17.1" },
    { name: "byobu", since: "17.1", on: APT },
  ],
  final: [
    { name: "snappy", since: "0.7.8", until: "17.1" },
    { name: "snappy", since: "17.1", until: "20.1", on: APT },
    { name: "package_update_upgrade_install", since: "0.7.8" },
    { name: "fan", since: "0.7.8", until: "17.1" },
    { name: "fan", since: "17.1", on: APT },
    { name: "landscape", since: "0.7.8", until: "17.1" },
    { name: "landscape", since: "17.1", on: APT },
    { name: "lxd", since: "0.7.8", until: "17.1" },
    { name: "lxd", since: "17.1", on: APT },
    { name: "ubuntu_drivers", since: "19.1", on: UBUNTU },
    { name: "write_files_deferred", since: "21.4" },
    { name: "puppet", since: "0.7.8" },
    { name: "chef", since: "0.7.8", until: "20.3" },
    { name: "chef", since: "20.3", frequency: "always" },
    { name: "ansible", since: "22.3" },
    { name: "salt_minion", since: "0.7.8", until: "18.2" },
    { name: "mcollective", since: "0.7.8" },
    { name: "salt_minion", since: "18.2" },
    { name: "reset_rmc", since: "20.4", until: "25.2" },
    { name: "reset_rmc", since: "25.2", on: NOT_ALPINE },
    { name: "refresh_rmc_and_interface", since: "20.4", until: "23.2", frequency: "always" },
    { name: "rightscale_userdata", until: "24.1" },
    { name: "scripts_vendor" },
    { name: "scripts_per_once", frequency: "once" },
    { name: "scripts_per_boot", frequency: "always" },
    { name: "scripts_per_instance" },
    { name: "scripts_user" },
    { name: "ssh_authkey_fingerprints" },
    { name: "keys_to_console" },
    { name: "install_hotplug", since: "21.4" },
    { name: "phone_home" },
    { name: "final_message", frequency: "always" },
    { name: "power_state_change" },
  ],
};
