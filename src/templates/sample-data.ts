/** Instance data for checks where none is given: the standard keys, and what platforms add. */
import type { JsonObject } from "./instance-data.js";
import { ID, KEY, NAME, SAMPLES, ZONE } from "./samples.js";

/** Platforms whose instances have the data source of another (docs/platforms.md). */
const SAME: Readonly<Record<string, string>> = {
  eks: "ec2",
  "ec2-launch-configuration": "ec2",
  "image-builder": "ec2",
  kubevirt: "nocloud",
};

/** What any image or user can set. */
const OPEN_EVERYWHERE = ["merged_cfg", "merged_system_cfg", "vendordata", "userdata"];

/** The platforms whose `ds` is known. */
export const SAMPLED_PLATFORMS = Object.keys(SAMPLES);

/** The platform whose sample stands for this one; null where none does. */
export function findSample(platform: string): string | null {
  const name = SAME[platform] ?? platform;
  return Object.hasOwn(SAMPLES, name) ? name : null;
}

/** Whether an instance of the platform can have the name, such as `ds.meta_data.meta['role']`, if its user wants it. */
export function isOpen(name: string, platform: string): boolean {
  const path = name.replaceAll(/\['([^']*)'\]/g, ".$1").replaceAll("-", "_");
  const open = [...OPEN_EVERYWHERE, ...(SAMPLES[findSample(platform) ?? ""]?.open ?? ["ds"])];
  return open.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));
}

/** Instance data of the platform; of one that is not known, with an empty `ds.meta_data`. */
export function makeSampleData(platform: string): JsonObject {
  const name = findSample(platform) ?? platform;
  const {
    ds,
    cloudName = name,
    zone,
    region,
  } = SAMPLES[name] ?? { ds: { meta_data: {} }, zone: ZONE, region: "zone-1" };
  const system = { default_user: { name: "ubuntu" }, distro: "ubuntu", paths: { cloud_dir: "/var/lib/cloud" } };
  const kernel = "6.8.0-1";
  return {
    base64_encoded_keys: [],
    ds: { _doc: "EXPERIMENTAL", ...ds },
    merged_cfg: { _doc: "DEPRECATED", system_info: system },
    merged_system_cfg: { _doc: "Merged cloud-init system config", system_info: system },
    sensitive_keys: [],
    // cloudinit/util.py, system_info
    sys_info: {
      dist: ["ubuntu", "22.04", "jammy"],
      platform: "Linux-6.8.0-1-x86_64",
      python: "3.10.12",
      release: kernel,
      system: "Linux",
      uname: ["Linux", NAME, kernel, "#1", "x86_64", "x86_64"],
      variant: "ubuntu",
    },
    // cloudinit/sources/__init__.py, _get_standardized_metadata
    v1: {
      _beta_keys: ["subplatform"],
      "availability-zone": zone,
      availability_zone: zone,
      cloud_id: cloudName,
      "cloud-name": cloudName,
      cloud_name: cloudName,
      distro: "ubuntu",
      distro_release: "jammy",
      distro_version: "22.04",
      "instance-id": ID,
      instance_id: ID,
      kernel_release: kernel,
      "local-hostname": NAME,
      local_hostname: NAME,
      machine: "x86_64",
      platform: name,
      public_ssh_keys: [KEY],
      python_version: "3.10.12",
      region,
      subplatform: "metadata (http://169.254.169.254)",
      system_platform: "Linux-6.8.0-1-x86_64",
      variant: "ubuntu",
    },
  };
}
