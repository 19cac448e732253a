import { KubebootError } from "./errors.js";

/** What a limit counts: the blob, its base64, or the text in the API call, whichever of both that is. */
export type MeasuredOn = "raw" | "base64" | "sent";

/** How far a limit can be trusted; one of low confidence warns and does not stop. */
export type Confidence = "high" | "medium" | "low";

/** A place where user-data is used, and what it accepts. */
export interface Platform {
  name: string;
  aliases: readonly string[];
  /** The most bytes that it takes; null where no number is known. */
  limit: number | "none" | null;
  /** Null where that is not known. */
  measuredOn: MeasuredOn | null;
  /** Whether a gzipped blob reaches cloud-init; `base64` where it does only in base64, null where unknown. */
  gzip: "yes" | "base64" | "no" | null;
  /** What stands behind the numbers. */
  source: string;
  confidence: Confidence;
}

/** THE table of platforms. Where documents contradict each other, the source says so. */
export const PLATFORMS: readonly Platform[] = [
  {
    name: "openstack",
    aliases: ["nova"],
    limit: 65_535,
    measuredOn: "base64",
    gzip: "no",
    source: "nova: api/openstack/compute/schemas, user_data; Launchpad 2120723",
    confidence: "high",
  },
  {
    name: "ec2",
    aliases: ["aws"],
    limit: 16_384,
    measuredOn: "raw",
    gzip: "yes",
    source: "AWS user guide, user data",
    confidence: "high",
  },
  {
    name: "ec2-launch-configuration",
    aliases: ["image-builder"],
    limit: 21_847,
    measuredOn: "base64",
    gzip: "yes",
    source: "kubicorn 667",
    confidence: "medium",
  },
  {
    name: "gce",
    aliases: ["gcp"],
    limit: 262_144,
    measuredOn: "sent",
    gzip: "base64",
    source: "Compute Engine metadata documentation; user-data-encoding=base64",
    confidence: "high",
  },
  {
    name: "azure",
    aliases: [],
    limit: 65_535,
    measuredOn: "raw",
    gzip: "yes",
    source: "Azure virtual machines, custom data",
    confidence: "high",
  },
  {
    name: "digitalocean",
    aliases: [],
    limit: 65_536,
    measuredOn: "sent",
    gzip: "no",
    source: "DigitalOcean API specification",
    confidence: "high",
  },
  {
    name: "hetzner",
    aliases: ["hcloud"],
    limit: 32_768,
    measuredOn: "sent",
    gzip: "base64",
    source: "Hetzner API specification; base64 since cloud-init 20.3",
    confidence: "high",
  },
  {
    name: "oci",
    aliases: ["oracle"],
    limit: 32_000,
    measuredOn: "base64",
    gzip: "yes",
    source: "Oracle documentation, instance metadata: for all metadata together",
    confidence: "medium",
  },
  {
    name: "alibaba",
    aliases: ["aliyun"],
    limit: 32_768,
    measuredOn: "raw",
    gzip: "yes",
    source: "Alibaba SDK documentation; 16,384 in older documents",
    confidence: "medium",
  },
  {
    name: "ibm",
    aliases: [],
    limit: 65_536,
    measuredOn: null,
    gzip: null,
    source: "IBM VPC documentation, which does not say where it is measured",
    confidence: "medium",
  },
  {
    name: "linode",
    aliases: ["akamai"],
    limit: 16_384,
    measuredOn: "raw",
    gzip: "yes",
    source: "Linode API specification, Cluster API provider; 65,535 elsewhere",
    confidence: "low",
  },
  {
    name: "exoscale",
    aliases: [],
    limit: 32_767,
    measuredOn: "base64",
    gzip: "yes",
    source: "exoscale/cli 168",
    confidence: "medium",
  },
  {
    name: "cloudstack",
    aliases: [],
    limit: 32_768,
    measuredOn: "base64",
    gzip: "yes",
    source: "CloudStack UserDataManager; up to 1,048,576 with POST",
    confidence: "high",
  },
  {
    name: "vmware",
    aliases: ["guestinfo"],
    limit: 65_536,
    measuredOn: "base64",
    gzip: "base64",
    source: "vm-operator 138, for one guestinfo value",
    confidence: "medium",
  },
  {
    name: "vsphere",
    aliases: ["cloudinitprep"],
    limit: 524_288,
    measuredOn: "sent",
    gzip: "no",
    source: "vSphere API, cloudinitPrep",
    confidence: "high",
  },
  {
    name: "kubevirt",
    aliases: [],
    limit: 2048,
    measuredOn: "sent",
    gzip: "no",
    source: "KubeVirt virt-api webhook, inline user-data",
    confidence: "high",
  },
  {
    name: "nocloud",
    aliases: [],
    limit: "none",
    measuredOn: null,
    gzip: "yes",
    source: "cloud-init",
    confidence: "medium",
  },
  ...["scaleway", "vultr", "equinix", "ovh"].map((name) => ({
    name,
    aliases: [],
    limit: null,
    measuredOn: null,
    gzip: null,
    source: "no number found",
    confidence: "low" as const,
  })),
];

/**
 * The platform of this name or alias, in any case.
 *
 * @throws {KubebootError} `usage` for a name that no platform has
 */
export function findPlatform(name: string): Platform {
  const platform = PLATFORMS.find((each) => [each.name, ...each.aliases].includes(name.toLowerCase()));
  if (platform === undefined) throw new KubebootError("usage", describeUnknown(name));
  return platform;
}

function describeUnknown(name: string): string {
  return `"${name}" is no platform that kubeboot knows: ${PLATFORMS.map((each) => each.name).join(", ")}`;
}
