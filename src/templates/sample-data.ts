/** Instance data for checks where none is given: the standard keys, and what platforms add. */
import type { JsonObject } from "./instance-data.js";

const ID = "i-0123456789abcdef0";
const NAME = "node-1";
const ZONE = "zone-1a";
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA sample";

/** `ds.meta_data` by platform: the keys that cloud-init's data sources set (cloudinit/sources/DataSource*.py). */
const META_DATA: Readonly<Record<string, JsonObject>> = {
  ec2: {
    "ami-id": "ami-0123456789abcdef0",
    "ami-launch-index": "0",
    "block-device-mapping": { ami: "/dev/sda1", root: "/dev/sda1" },
    hostname: `${NAME}.internal`,
    "instance-action": "none",
    "instance-id": ID,
    "instance-life-cycle": "on-demand",
    "instance-type": "t3.micro",
    "local-hostname": `${NAME}.internal`,
    "local-ipv4": "10.0.0.10",
    mac: "02:00:00:00:00:01",
    placement: { "availability-zone": ZONE, region: "zone-1" },
    "public-hostname": `${NAME}.example.com`,
    "public-ipv4": "192.0.2.10",
    "public-keys": { sample: [KEY] },
    "reservation-id": "r-0123456789abcdef0",
    "security-groups": "default",
    services: { domain: "amazonaws.com", partition: "aws" },
  },
  openstack: {
    availability_zone: ZONE,
    hostname: `${NAME}.internal`,
    "instance-id": ID,
    keys: [{ data: KEY, name: "sample", type: "ssh" }],
    launch_index: 0,
    "local-hostname": `${NAME}.internal`,
    name: NAME,
    project_id: "0123456789abcdef0123456789abcdef",
    public_keys: { sample: KEY },
    uuid: "01234567-89ab-4cde-8f01-23456789abcd",
  },
  gce: {
    "availability-zone": ZONE,
    "instance-data": {},
    "instance-id": ID,
    "local-hostname": NAME,
    "project-data": {},
    "public-keys-data": [KEY],
  },
  azure: {
    imds: { compute: { location: "zone-1", name: NAME, vmId: ID }, network: { interface: [] } },
    "instance-id": ID,
    "local-hostname": NAME,
  },
  digitalocean: {
    availability_zone: "zone-1",
    "instance-id": ID,
    interfaces: {},
    "local-hostname": NAME,
    "public-keys": [KEY],
  },
  hetzner: {
    "instance-id": ID,
    "local-hostname": NAME,
    "network-config": null,
    "private-networks": [],
    "public-keys": [KEY],
  },
  nocloud: { dsmode: "net", "instance-id": ID, "local-hostname": NAME },
};

/** The platforms whose `ds.meta_data` is known. */
export const SAMPLED_PLATFORMS = Object.keys(META_DATA);

/** Instance data of the platform; of one that is not known, without `ds.meta_data`. */
export function makeSampleData(platform: string): JsonObject {
  return {
    ds: { meta_data: META_DATA[platform] ?? {} },
    // The keys that cloud-init guarantees on every platform (its documentation, "Standardized instance-data v1 keys").
    v1: {
      _beta_keys: ["subplatform"],
      availability_zone: ZONE,
      cloud_id: platform,
      cloud_name: platform,
      distro: "ubuntu",
      distro_release: "jammy",
      distro_version: "22.04",
      instance_id: ID,
      kernel_release: "6.8.0-1",
      local_hostname: NAME,
      machine: "x86_64",
      platform,
      public_ssh_keys: [KEY],
      python_version: "3.10.12",
      region: "zone-1",
      subplatform: "metadata (http://169.254.169.254)",
      system_platform: "Linux-6.8.0-1-x86_64",
      variant: "ubuntu",
    },
    userdata: "",
    vendordata: "",
    merged_cfg: {},
    sys_info: {},
  };
}
