import { KubebootError } from "../errors.js";
import { findNearest } from "../text/find-nearest.js";
import { PLATFORMS, type Platform } from "./platforms.js";

/**
 * The platform with this name or alias, in any case.
 *
 * @throws {KubebootError} `usage` for an unknown name
 */
export function findPlatform(name: string): Platform {
  const platform = PLATFORMS.find((each) => [each.name, ...each.aliases].includes(name.toLowerCase()));
  if (platform === undefined) throw new KubebootError("usage", describeUnknown(name));
  return platform;
}

/** What hands user-data over as NoCloud (docs/recipes.md). */
const BY_NOCLOUD: ReadonlySet<string> = new Set(["incus", "kvm", "libvirt", "lxd", "proxmox", "qemu"]);

function describeUnknown(name: string): string {
  if (BY_NOCLOUD.has(name.toLowerCase()))
    return `unknown platform "${name}": use nocloud, as whose user-data it arrives`;
  const nearest = findNearest(
    name.toLowerCase(),
    PLATFORMS.flatMap((each) => [each.name, ...each.aliases]),
  );
  const wayOut =
    nearest === null ? `use one of ${PLATFORMS.map((each) => each.name).join(", ")}` : `did you mean ${nearest}?`;
  return `unknown platform "${name}": ${wayOut}`;
}
