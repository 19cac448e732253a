import type { JsonObject } from "./instance-data.js";

/** Invented values that several keys have. */
export const ID = "i-0123456789abcdef0";
export const NAME = "node-1";
export const ZONE = "zone-1a";
export const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA sample";

const MAC = "02:00:00:00:00:01";

/** What a platform sets besides the keys that all have. */
export interface Sample {
  /** `ds`, as the data source of cloud-init leaves it. */
  ds: JsonObject;
  cloudName?: string;
  zone: string | null;
  region: string | null;
  /** Names below which the user of the platform decides what there is. */
  open: readonly string[];
}

/**
 * By platform, from cloud-init 26.2: the classes in cloudinit/sources/DataSource*.py and helpers/openstack.py, with the
 * metadata in tests/unittests/sources/test_ec2.py (2018-09-24), test_azure.py and test_openstack.py. `zone` and
 * `region` are what their properties return.
 */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  ec2: {
    cloudName: "aws",
    zone: ZONE,
    region: "zone-1",
    open: ["ds.meta_data.tags", "ds.meta_data.iam", "ds.meta_data.network", "ds.dynamic"],
    ds: {
      _metadata_api_version: "2021-03-23",
      dynamic: {
        "instance-identity": {
          document: {
            accountId: "123456789012",
            architecture: "x86_64",
            availabilityZone: ZONE,
            imageId: "ami-0123456789abcdef0",
            instanceId: ID,
            instanceType: "t3.micro",
            privateIp: "10.0.0.10",
            region: "zone-1",
          },
        },
      },
      "meta-data": {
        "ami-id": "ami-0123456789abcdef0",
        "ami-launch-index": "0",
        "ami-manifest-path": "(unknown)",
        "block-device-mapping": { ami: "/dev/sda1", root: "/dev/sda1" },
        hostname: `${NAME}.internal`,
        "instance-action": "none",
        "instance-id": ID,
        "instance-life-cycle": "on-demand",
        "instance-type": "t3.micro",
        "local-hostname": `${NAME}.internal`,
        "local-ipv4": "10.0.0.10",
        mac: MAC,
        metrics: { vhostmd: "" },
        network: {
          interfaces: {
            macs: {
              [MAC]: {
                "device-number": "0",
                "interface-id": "eni-0",
                "local-ipv4s": "10.0.0.10",
                "subnet-id": "subnet-0",
              },
            },
          },
        },
        placement: { "availability-zone": ZONE, "availability-zone-id": "use1-az1", region: "zone-1" },
        profile: "default-hvm",
        "public-hostname": `${NAME}.example.com`,
        "public-ipv4": "192.0.2.10",
        "public-keys": { sample: [KEY] },
        "reservation-id": "r-0123456789abcdef0",
        "security-groups": "default",
        services: { domain: "amazonaws.com", partition: "aws" },
      },
    },
  },
  openstack: {
    zone: ZONE,
    region: null,
    open: ["ds.meta_data.meta", "ds.ec2_metadata", "ds.network_json"],
    ds: {
      ec2_metadata: { "instance-id": ID, "instance-type": "m1.small", "local-ipv4": "10.0.0.10", "public-ipv4": "" },
      meta_data: {
        availability_zone: ZONE,
        devices: [],
        hostname: `${NAME}.internal`,
        "instance-id": "01234567-89ab-4cde-8f01-23456789abcd",
        keys: [{ data: KEY, name: "sample", type: "ssh" }],
        launch_index: 0,
        "local-hostname": `${NAME}.internal`,
        name: NAME,
        project_id: "0123456789abcdef0123456789abcdef",
        public_keys: { sample: KEY },
        random_seed: "c2VlZA==",
        uuid: "01234567-89ab-4cde-8f01-23456789abcd",
      },
      network_json: { links: [], networks: [], services: [] },
    },
  },
  gce: {
    zone: ZONE,
    region: "zone",
    open: ["ds.meta_data.instance_data", "ds.meta_data.project_data"],
    ds: {
      meta_data: {
        "availability-zone": ZONE,
        "instance-data": {},
        "instance-id": "1234567890123456789",
        "local-hostname": `${NAME}.internal`,
        "project-data": {},
        "public-keys-data": [KEY],
      },
    },
  },
  azure: {
    zone: "0",
    region: "zone-1",
    open: ["ds.meta_data.imds"],
    ds: {
      meta_data: {
        imds: {
          compute: {
            location: "zone-1",
            name: NAME,
            offer: "ubuntu",
            osType: "Linux",
            platformFaultDomain: "0",
            platformUpdateDomain: "0",
            publicKeys: [{ keyData: KEY, path: "/home/sample/.ssh/authorized_keys" }],
            publisher: "Canonical",
            resourceGroupName: "sample",
            sku: "server",
            subscriptionId: "01234567-89ab-4cde-8f01-23456789abcd",
            tags: "",
            version: "1.0",
            vmId: "01234567-89ab-4cde-8f01-23456789abcd",
            vmScaleSetName: "",
            vmSize: "Standard_B1s",
            zone: "1",
          },
          network: {
            interface: [
              {
                ipv4: {
                  ipAddress: [{ privateIpAddress: "10.0.0.10", publicIpAddress: "192.0.2.10" }],
                  subnet: [{ address: "10.0.0.0", prefix: "24" }],
                },
                ipv6: { ipAddress: [] },
                macAddress: "020000000001",
              },
            ],
          },
        },
        "instance-id": "01234567-89ab-4cde-8f01-23456789abcd",
        "local-hostname": NAME,
      },
    },
  },
  digitalocean: {
    zone: "zone1",
    region: null,
    open: [],
    ds: {
      meta_data: {
        availability_zone: "zone1",
        "instance-id": 123456789,
        interfaces: { private: [], public: [] },
        "local-hostname": NAME,
        "public-keys": [KEY],
      },
    },
  },
  hetzner: {
    zone: null,
    region: null,
    open: [],
    ds: {
      meta_data: {
        "instance-id": 12345678,
        "local-hostname": NAME,
        "network-config": { config: [], version: 1 },
        "private-networks": [],
        "public-keys": [KEY],
      },
    },
  },
  nocloud: {
    zone: null,
    region: null,
    open: ["ds.meta_data"],
    ds: { meta_data: { dsmode: "net", "instance-id": "nocloud", "local-hostname": NAME } },
  },
};
