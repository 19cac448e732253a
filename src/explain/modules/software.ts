/** The modules for packages, repositories and configuration tools (cloudinit/config/cc_*.py). */
import { isTrue } from "../../cloud-config/list-made-users.js";
import { plainly, type Described, type ModuleRows } from "./described.js";
import { says } from "./host.js";
import { count, items, mappingOf, scalar, shown } from "./words.js";

type Config = Readonly<Record<string, unknown>>;

export const SOFTWARE_MODULES: ModuleRows = {
  snap: {
    keys: ["snap"],
    describe: ({ snap }) => ({ text: "runs snap commands", details: listValues(mappingOf(snap)["commands"]) }),
  },
  apt_pipelining: says(["apt_pipelining"], "sets the pipelining of apt"),
  apt_configure: {
    keys: ["apt", "apt_proxy", "apt_mirror", "apt_sources", "apt_preserve_sources_list"],
    describe: ({ apt }) => ({ text: "configures apt", details: Object.keys(mappingOf(mappingOf(apt)["sources"])) }),
  },
  apk_configure: says(["apk_repos"], "configures the repositories of apk"),
  yum_add_repo: {
    keys: ["yum_repos", "yum_repo_dir"],
    describe: ({ yum_repos: repos }) => ({ text: "adds yum repositories", details: Object.keys(mappingOf(repos)) }),
  },
  zypper_add_repo: says(["zypper"], "adds zypper repositories"),
  rh_subscription: says(["rh_subscription"], "registers with Red Hat"),
  spacewalk: says(["spacewalk"], "registers with Spacewalk"),
  ubuntu_pro: says(["ubuntu_pro", "ubuntu_advantage", "ubuntu-advantage"], "attaches Ubuntu Pro"),
  ubuntu_advantage: says(["ubuntu_advantage", "ubuntu-advantage"], "attaches Ubuntu Advantage"),
  ubuntu_autoinstall: says(["autoinstall"], "hands `autoinstall` to Ubuntu's installer"),
  ubuntu_drivers: says(["drivers"], "installs drivers"),
  raspberry_pi: says(["rpi"], "configures the Raspberry Pi"),
  package_update_upgrade_install: {
    keys: [
      "packages",
      "package_update",
      "package_upgrade",
      "package_reboot_if_required",
      "apt_update",
      "apt_upgrade",
      "apt_reboot_if_required",
    ],
    describe: describePackages,
  },
  ansible: says(["ansible"], "runs Ansible"),
  chef: says(["chef"], "runs Chef"),
  landscape: says(["landscape"], "registers with Landscape"),
  lxd: says(["lxd"], "sets up LXD"),
  mcollective: says(["mcollective"], "sets up MCollective"),
  puppet: says(["puppet"], "runs Puppet"),
  salt_minion: says(["salt_minion"], "sets up the Salt minion"),
};

function describePackages(config: Config): Described | null {
  const { packages } = config;
  const names = packages === undefined || packages === null ? [] : items(packages).flatMap(listPackage);
  const upgrades = isTrue(config["package_upgrade"]) || isTrue(config["apt_upgrade"]);
  const mayReboot = isTrue(config["package_reboot_if_required"]) || isTrue(config["apt_reboot_if_required"]);
  const verbs = [
    (isTrue(config["package_update"]) || isTrue(config["apt_update"])) && "updates the list of packages",
    upgrades && "upgrades all packages",
    names.length > 0 && `installs ${count(names.length, "package")}`,
    mayReboot && (upgrades || names.length > 0) && "reboots at once if the packages ask for it",
  ].filter((each) => each !== false);
  return verbs.length === 0 ? null : { ...plainly(verbs.join(", ")), details: names };
}

/** A name, a name and its version, or the packages of one package manager. */
function listPackage(item: unknown): string[] {
  if (Array.isArray(item)) return [item.map(shown).join(" ")];
  const name = scalar(item);
  if (name !== null) return [name];
  return Object.entries(mappingOf(item)).flatMap(([manager, own]) =>
    items(own).map((each) => `${manager}: ${listPackage(each).join(" ")}`),
  );
}

function listValues(value: unknown): string[] {
  const values = Array.isArray(value) ? value : Object.values(mappingOf(value));
  return values.map((each) => (Array.isArray(each) ? each.map(shown).join(" ") : shown(each)));
}
