/** The modules that set the machine up (cloudinit/config/cc_*.py). */
import { isTrue } from "../../cloud-config/list-made-users.js";
import { plainly, type ModuleRow, type ModuleRows } from "./described.js";
import { count, isOff, items, mappingOf, scalar, shown } from "./words.js";

const HOST_KEYS = ["hostname", "fqdn", "prefer_fqdn_over_hostname", "preserve_hostname", "create_hostname_file"];

export const HOST_MODULES: ModuleRows = {
  seed_random: says(["random_seed"], "seeds the random number generator"),
  growpart: {
    keys: ["growpart"],
    describe: ({ growpart }) => {
      const { mode, devices = ["/"] } = mappingOf(growpart);
      const isIdle = isOff(mode) || (Array.isArray(devices) && devices.length === 0);
      return isIdle ? null : plainly("grows partitions to the size of their disks");
    },
  },
  resizefs: {
    keys: ["resize_rootfs"],
    describe: ({ resize_rootfs: value }) => (isOff(value) ? null : plainly("grows the root file system")),
  },
  disk_setup: {
    keys: ["disk_setup", "fs_setup", "device_aliases"],
    describe: ({ disk_setup: disks, fs_setup: systems }) => ({
      text: "partitions disks and makes file systems",
      details: [
        ...Object.keys(mappingOf(disks)),
        ...items(systems ?? []).map((each) => {
          const { filesystem, device } = mappingOf(each);
          return `${scalar(filesystem) ?? "a file system"} on ${scalar(device) ?? "a device"}`;
        }),
      ],
    }),
  },
  mounts: {
    keys: ["mounts", "swap", "mount_default_fields"],
    describe: ({ mounts = [], swap }) => {
      const details = listMounts(items(mounts)).map(([device, target]) => `${shown(device)} on ${shown(target)}`);
      const { size, filename = "/swap.img" } = mappingOf(swap);
      if (size && filename) details.push("a swap file");
      return details.length === 0 ? null : { text: `mounts ${count(details.length, "file system")}`, details };
    },
  },
  set_hostname: {
    keys: HOST_KEYS,
    describe: (config) => {
      const name = hostNameOf(config);
      if (isTrue(config["preserve_hostname"])) return plainly("leaves the host name as it is");
      return name === null ? null : plainly(`sets the host name to ${name}`);
    },
  },
  update_hostname: {
    keys: ["hostname", "fqdn", "preserve_hostname"],
    describe: (config) => {
      const name = hostNameOf(config);
      return name === null || isTrue(config["preserve_hostname"])
        ? null
        : plainly(`sets the host name to ${name} again, unless somebody has changed it`);
    },
  },
  update_etc_hosts: {
    keys: ["manage_etc_hosts"],
    describe: ({ manage_etc_hosts: value }) => {
      if (scalar(value) === "localhost") return plainly("adds the host name to /etc/hosts");
      return isTrue(value) || scalar(value) === "template" ? plainly("writes /etc/hosts from its template") : null;
    },
  },
  resolv_conf: {
    keys: ["manage_resolv_conf", "resolv_conf"],
    describe: (config) => (isTrue(config["manage_resolv_conf"]) ? plainly("writes /etc/resolv.conf") : null),
  },
  ca_certs: {
    keys: ["ca_certs", "ca-certs"],
    describe: (config) => {
      const certificates = mappingOf(config["ca_certs"] ?? config["ca-certs"]);
      const trusted = items(certificates["trusted"] ?? []);
      const verbs = [
        (certificates["remove-defaults"] ?? certificates["remove_defaults"]) &&
          "removes the CA certificates of the image",
        trusted.length > 0 && `trusts ${count(trusted.length, "CA certificate")}`,
      ].filter(Boolean);
      return plainly(verbs.length === 0 ? "updates the CA certificates" : verbs.join(", "));
    },
  },
  rsyslog: says(["rsyslog"], "configures rsyslog"),
  keyboard: {
    keys: ["keyboard"],
    describe: ({ keyboard }) => plainly(`sets the keyboard to ${scalar(mappingOf(keyboard)["layout"]) ?? "a layout"}`),
  },
  locale: {
    keys: ["locale", "locale_configfile"],
    describe: ({ locale }) =>
      scalar(locale) === null || locale === false ? null : plainly(`sets the locale to ${scalar(locale)}`),
  },
  timezone: {
    keys: ["timezone"],
    describe: ({ timezone }) => (scalar(timezone) ? plainly(`sets the time zone to ${scalar(timezone)}`) : null),
  },
  ntp: {
    keys: ["ntp"],
    describe: ({ ntp }) => {
      const { servers, pools, enabled = true } = mappingOf(ntp);
      const details = [servers, pools].flatMap((each) => (Array.isArray(each) ? each.map(shown) : []));
      return isTrue(enabled) ? { text: "configures the time servers", details } : null;
    },
  },
  wireguard: {
    keys: ["wireguard"],
    describe: ({ wireguard }) => {
      const names = items(mappingOf(wireguard)["interfaces"] ?? []).map(
        (each) => scalar(mappingOf(each)["name"]) ?? "?",
      );
      return { text: `sets up ${count(names.length, "WireGuard interface")}`, details: names };
    },
  },
  fan: says(["fan"], "configures fan networking"),
  grub_dpkg: says(["grub_dpkg", "grub-dpkg"], "tells the package of GRUB its disk"),
  disable_ec2_metadata: {
    keys: ["disable_ec2_metadata"],
    describe: (config) =>
      isTrue(config["disable_ec2_metadata"]) ? plainly("blocks the metadata service of EC2") : null,
  },
  byobu: {
    keys: ["byobu_by_default"],
    describe: ({ byobu_by_default: value }) => plainly(`sets byobu: ${scalar(value)}`),
  },
  install_hotplug: {
    keys: ["updates"],
    describe: ({ updates }) => {
      const { when } = mappingOf(mappingOf(updates)["network"]);
      return items(when).includes("hotplug") ? plainly("configures the network again when a device appears") : null;
    },
  },
};

/** A module whose keys say all. */
export function says(keys: readonly string[], text: string): ModuleRow {
  return { keys, describe: () => plainly(text) };
}

/** A later entry without a place takes away the earlier ones of its device (cc_mounts.py). */
function listMounts(mounts: readonly unknown[]): unknown[][] {
  const listed = mounts.filter((each) => Array.isArray(each));
  return listed.filter((mount, index) => {
    const isTakenAway = listed.slice(index).some((each) => each[0] === mount[0] && !hasPlace(each));
    return hasPlace(mount) && !isTakenAway;
  });
}

function hasPlace([, target]: readonly unknown[]): boolean {
  return (target ?? null) !== null;
}

/** util.py, get_hostname_fqdn: each of the two stands for the other. */
function hostNameOf({ hostname, fqdn, prefer_fqdn_over_hostname: prefers }: Readonly<Record<string, unknown>>) {
  const [short, full] = [scalar(hostname), scalar(fqdn)];
  const isFull = full === null && (short?.indexOf(".") ?? 0) > 0;
  const first = isFull ? short!.split(".")[0]! : (short ?? full?.split(".")[0] ?? null);
  return isTrue(prefers) ? (full ?? short) : first;
}
