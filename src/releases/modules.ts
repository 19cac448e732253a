/** The modules of cloud-init: in which stage each runs, in which order, how often, and in which releases. */
import { isMapping } from "../yaml/is-mapping.js";
import { isBetween, type Version } from "./version.js";

/** The stages that run modules. */
export type ModuleStage = "network" | "config" | "final";

/** At every boot, at the first boot of an instance, or once for all instances that the image becomes. */
export type Frequency = "always" | "instance" | "once";

/** A module in a stage. */
export interface ModuleEntry {
  /** With underscores. */
  name: string;
  stage: ModuleStage;
  frequency: Frequency;
}

/** The newest release that the tables know. */
export const NEWEST: Version = { major: 26, minor: 2 };

/**
 * The lists of config/cloud.cfg.tmpl from 18.5 to 26.2, those of all distributions together, in the order of 26.2.
 * `name>=X<Y` is a module that is in the list since X and before Y. The order of the modules for package managers, of
 * which an image has one, is not kept.
 */
const LISTS: Readonly<Record<ModuleStage, string>> = {
  network: `
    migrator<24.1 seed_random bootcmd write_files growpart resizefs disk_setup mounts set_hostname update_hostname
    update_etc_hosts resolv_conf>=20.3 ca_certs rsyslog users_groups ssh set_passwords>=24.2 raspberry_pi>=25.2<26.1
  `,
  config: `
    emit_upstart<22.2 wireguard>=22.3 snap ubuntu_autoinstall>=22.3 ssh_import_id keyboard>=22.1 locale
    set_passwords<24.2 apk_configure>=20.3 grub_dpkg apt_pipelining apt_configure ubuntu_advantage<24.1
    ubuntu_pro>=24.1 rh_subscription>=22.2 spacewalk yum_add_repo zypper_add_repo ntp timezone raspberry_pi>=26.1
    disable_ec2_metadata runcmd byobu
  `,
  final: `
    package_update_upgrade_install fan landscape lxd ubuntu_drivers>=19.1 write_files_deferred>=21.4 puppet chef
    ansible>=22.3 mcollective salt_minion reset_rmc>=20.4 scripts_vendor scripts_per_once scripts_per_boot
    scripts_per_instance scripts_user ssh_authkey_fingerprints keys_to_console install_hotplug>=21.4 phone_home
    final_message power_state_change
  `,
};

/** The others run at the first boot of an instance (`frequency` in cloudinit/config/cc_*.py, 20.4 to 26.2). */
const FREQUENCIES: Readonly<Record<string, Frequency>> = {
  bootcmd: "always",
  chef: "always",
  disable_ec2_metadata: "always",
  final_message: "always",
  growpart: "always",
  migrator: "always",
  resizefs: "always",
  scripts_per_boot: "always",
  scripts_per_once: "once",
  ubuntu_autoinstall: "once",
  update_etc_hosts: "always",
  update_hostname: "always",
  zypper_add_repo: "always",
};

/** A module in a list, and the releases that have it there. */
export interface ModuleRow extends ModuleEntry {
  since: string | null;
  until: string | null;
}

/** THE table, in the order in which the modules run. */
export const MODULE_ROWS: readonly ModuleRow[] = Object.entries(LISTS).flatMap(([stage, list]) => {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => readRow(entry, stage as ModuleStage));
});

function readRow(entry: string, stage: ModuleStage): ModuleRow {
  const [, name, since = null, until = null] = /^(\w+)(?:>=([\d.]+))?(?:<([\d.]+))?$/.exec(entry)!;
  return { name: name!, stage, frequency: frequencyOf(name!), since, until };
}

function frequencyOf(name: string): Frequency {
  return Object.hasOwn(FREQUENCIES, name) ? FREQUENCIES[name]! : "instance";
}

/** The keys of cloud-config that replace the lists of the image. */
const KEYS: Readonly<Record<ModuleStage, string>> = {
  network: "cloud_init_modules",
  config: "cloud_config_modules",
  final: "cloud_final_modules",
};

/**
 * The modules that run, in order.
 *
 * @param config the merged cloud-config, which may have lists of its own
 */
export function listModules(version: Version, config: Readonly<Record<string, unknown>>): ModuleEntry[] {
  return (Object.keys(LISTS) as ModuleStage[]).flatMap((stage) => {
    const own = config[KEYS[stage]];
    if (Array.isArray(own)) return own.flatMap((item) => readOwn(item, stage));
    return MODULE_ROWS.filter((row) => row.stage === stage && isBetween(version, row.since, row.until));
  });
}

/** A name, a list of a name and a frequency, or a mapping (cloudinit/config/modules.py, _read_modules). */
function readOwn(item: unknown, stage: ModuleStage): ModuleEntry[] {
  const { name: named = null, frequency = null } = isMapping(item) ? item : {};
  const [given, often]: unknown[] = Array.isArray(item) ? item : isMapping(item) ? [named, frequency] : [item];
  if (typeof given !== "string") return [];
  const name = given.trim().replaceAll("-", "_");
  return [{ name, stage, frequency: WRITTEN.get(typeof often === "string" ? often.trim() : "") ?? frequencyOf(name) }];
}

/** As cloudinit/settings.py writes them. */
const WRITTEN: ReadonlyMap<string, Frequency> = new Map([
  ["always", "always"],
  ["once-per-instance", "instance"],
  ["once", "once"],
]);
