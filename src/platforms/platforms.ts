/** What a limit counts: the blob, its base64, or the text in the API call, whichever of the two that is. */
export type MeasuredOn = "raw" | "base64" | "sent";

/** How reliable a limit is; one of low confidence causes only a warning. */
export type Confidence = "high" | "medium" | "low";

/** A place where user-data is used, and what it accepts. */
export interface Platform {
  name: string;
  aliases: readonly string[];
  /** The maximum size in bytes; null if unknown. */
  limit: number | "none" | null;
  /** Null if unknown. */
  measuredOn: MeasuredOn | null;
  /**
   * What the user passes: to the platform's own command-line client, or to its API if no client supports user-data.
   * Also plain if the client adds the base64 that the API requires. Null if unknown.
   */
  encoding: "plain" | "base64" | null;
  /** The setting that base64 user-data requires, else cloud-init does not decode it; null if none. */
  base64Mark: { plain: string; gzip: string } | null;
  /** Whether a gzipped blob reaches cloud-init; `base64` if only in base64, null if unknown. */
  gzip: "yes" | "base64" | "no" | null;
  /** Why it does not; null if it does. */
  gzipProblem: string | null;
  /** Its own command-line client, if that reads only text, and so no compressed blob; else null. */
  textClient: string | null;
  /** Whether its own reader, besides cloud-init, rejects MIME that is not well-formed. */
  strictMime: boolean;
  /** The source of the numbers and the encoding. */
  source: string;
  confidence: Confidence;
}

/** A row of the table, without unknown and absent values. */
type Row = Pick<Platform, "name" | "source" | "confidence"> & Partial<Platform>;

const ROWS: readonly Row[] = [
  {
    name: "openstack",
    aliases: ["nova"],
    limit: 65_535,
    measuredOn: "base64",
    encoding: "plain",
    gzip: "no",
    gzipProblem: "Neutron since 2025.1 fails to serve it (Launchpad 2120723)",
    source: "nova: api/openstack/compute/schemas; its clients encode; Launchpad 2120723",
    confidence: "high",
  },
  {
    name: "ec2",
    aliases: ["aws"],
    limit: 16_384,
    measuredOn: "raw",
    encoding: "plain",
    gzip: "yes",
    source: "AWS user guide; aws ec2 run-instances encodes, launch templates don't",
    confidence: "high",
  },
  {
    name: "eks",
    limit: 16_384,
    measuredOn: "raw",
    encoding: "base64",
    gzip: "no",
    gzipProblem: "managed node groups take only MIME, unless the AMI is your own",
    strictMime: true,
    source:
      "Amazon EKS user guide, launch templates, which take EC2's base64; terraform-provider-aws 15007; nodeadm reads MIME with Go's net/mail",
    confidence: "medium",
  },
  {
    name: "ec2-launch-configuration",
    limit: 21_847,
    measuredOn: "base64",
    encoding: "plain",
    gzip: "yes",
    source: "Auto Scaling API, UserData; kubicorn 667; aws autoscaling create-launch-configuration encodes",
    confidence: "high",
  },
  {
    name: "image-builder",
    limit: 21_847,
    measuredOn: "base64",
    encoding: "base64",
    gzip: "yes",
    source: "Image Builder API, userDataOverride",
    confidence: "high",
  },
  {
    name: "gce",
    aliases: ["gcp", "google"],
    limit: 262_144,
    measuredOn: "sent",
    encoding: "plain",
    base64Mark: { plain: "user-data-encoding=base64", gzip: "user-data-encoding=base64" },
    gzip: "base64",
    source: "Compute Engine API, metadata.items.value; cloud-init: DataSourceGCE",
    confidence: "high",
  },
  {
    name: "azure",
    limit: 65_535,
    measuredOn: "raw",
    encoding: "plain",
    textClient: "az",
    gzip: "yes",
    source: "Azure Compute API, osProfile.customData; az encodes, but reads no gzip",
    confidence: "high",
  },
  {
    name: "digitalocean",
    limit: 65_536,
    measuredOn: "sent",
    encoding: "plain",
    gzip: "no",
    gzipProblem: "it accepts only plain text",
    source: "DigitalOcean API specification; doctl sends it unchanged",
    confidence: "high",
  },
  {
    name: "hetzner",
    aliases: ["hcloud"],
    limit: 32_768,
    measuredOn: "sent",
    encoding: "plain",
    gzip: "base64",
    source: "Hetzner API reference; hcloud sends it unchanged; base64 since cloud-init 20.3",
    confidence: "high",
  },
  {
    name: "oci",
    aliases: ["oracle"],
    limit: 32_000,
    measuredOn: "base64",
    encoding: "plain",
    gzip: "yes",
    source: "OCI API, LaunchInstanceDetails: for all metadata; oci --user-data-file encodes",
    confidence: "medium",
  },
  {
    name: "alibaba",
    aliases: ["aliyun"],
    limit: 32_768,
    measuredOn: "raw",
    encoding: "base64",
    gzip: "yes",
    source: "Alibaba ECS user guide; 16,384 in older documents; only the console encodes",
    confidence: "medium",
  },
  {
    name: "ibm",
    limit: 65_536,
    encoding: "plain",
    source: "IBM VPC documentation, User data, which does not say what is measured",
    confidence: "medium",
  },
  {
    name: "linode",
    aliases: ["akamai"],
    limit: 16_384,
    measuredOn: "raw",
    encoding: "base64",
    gzip: "yes",
    source: "cluster-api-provider-linode 94; the Linode API reference says 65,535; linode-cli does not encode",
    confidence: "low",
  },
  {
    name: "exoscale",
    limit: 32_767,
    measuredOn: "base64",
    encoding: "plain",
    gzip: "yes",
    source: "exoscale/cli: pkg/userdata; exo --cloud-init encodes",
    confidence: "medium",
  },
  {
    name: "cloudstack",
    limit: 32_768,
    measuredOn: "base64",
    encoding: "base64",
    gzip: "yes",
    source: "CloudStack UserDataManager; 4,096 with GET, up to 1,048,576 with POST; cmk does not encode",
    confidence: "high",
  },
  {
    name: "vmware",
    aliases: ["guestinfo"],
    limit: 65_536,
    measuredOn: "base64",
    encoding: "base64",
    base64Mark: { plain: "guestinfo.userdata.encoding=base64", gzip: "guestinfo.userdata.encoding=gzip+base64" },
    gzip: "base64",
    source: "open-vm-tools: guest_msg_def.h, for one guestinfo value; cloud-init: DataSourceVMware",
    confidence: "medium",
  },
  {
    name: "vsphere",
    aliases: ["cloudinitprep"],
    limit: 524_288,
    measuredOn: "sent",
    encoding: "plain",
    gzip: "no",
    gzipProblem: "it accepts only a text string",
    source: "vSphere API, cloudinitPrep",
    confidence: "high",
  },
  {
    name: "kubevirt",
    limit: 2048,
    measuredOn: "raw",
    encoding: "plain",
    gzip: "base64",
    source: "KubeVirt virt-api webhook: userData, and userDataBase64 decoded",
    confidence: "high",
  },
  {
    name: "nocloud",
    limit: "none",
    encoding: "plain",
    gzip: "yes",
    source: "cloud-init",
    confidence: "medium",
  },
  { name: "scaleway", encoding: "plain", source: "no number found; scw sends it unchanged", confidence: "low" },
  { name: "vultr", encoding: "plain", source: "no number found; vultr-cli encodes", confidence: "low" },
  {
    name: "equinix",
    encoding: "plain",
    source: "no number found; metal sends it unchanged; the service ended in June 2026",
    confidence: "low",
  },
  { name: "ovh", source: "no number found", confidence: "low" },
];

/** THE table of platforms. If documents contradict each other, the source says so. */
export const PLATFORMS: readonly Platform[] = ROWS.map(completeRow);

function completeRow({ name, ...given }: Row): Platform {
  const unknown = { limit: null, measuredOn: null, encoding: null, gzip: null };
  const absent = { base64Mark: null, gzipProblem: null, textClient: null, strictMime: false };
  return { name, aliases: [], ...unknown, ...absent, ...given };
}
