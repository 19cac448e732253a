import { completeRelease, type Release, type ReleaseRow } from "./releases.js";

/** A row of the table; the source says where the versions come from, and when. */
type ImageRow = ReleaseRow & Pick<Release, "source">;

const DEBIAN = { distribution: "debian" } as const;
const UBUNTU = { distribution: "ubuntu" } as const;
const RHEL = { distribution: "rhel" } as const;
const FEDORA = { distribution: "fedora" } as const;
const AMAZON = { distribution: "amazon" } as const;
const ALPINE = { distribution: "alpine", lacks: ["bash"] } as const;
const ENDED = { supported: false } as const;

const ROWS: readonly ImageRow[] = [
  {
    name: "debian-11",
    aliases: ["bullseye"],
    version: "20.4.1",
    ...DEBIAN,
    ...ENDED,
    source: "users' reports of Debian 11, 2023: 20.4.1",
  },
  {
    name: "debian-12",
    aliases: ["bookworm"],
    version: "22.4.2",
    ...DEBIAN,
    withoutModules: ["ansible"],
    source: "Debian's package, 2026-11: 22.4.2-1+deb12u4",
  },
  {
    name: "debian-13",
    aliases: ["trixie"],
    version: "25.1.4",
    ...DEBIAN,
    source: "users' reports of Debian 13, 2026: 25.1.4-1+deb13u1",
  },
  {
    name: "ubuntu-20.04",
    aliases: ["focal"],
    version: "20.1",
    latest: "24.4.1",
    ...UBUNTU,
    ...ENDED,
    source: "cloud-init's branch ubuntu/focal-24.4.x, 2026-07: 20.1-10-g71af48df, 24.4.1-0ubuntu0~20.04.3+esm2",
  },
  {
    name: "ubuntu-22.04",
    aliases: ["jammy"],
    version: "22.1",
    latest: "26.1",
    ...UBUNTU,
    source: "cloud-init's tags for Ubuntu 22.04, 2026-07: 22.1-14-g2e17a0d6, 26.1-0ubuntu3~22.04.1",
  },
  {
    name: "ubuntu-24.04",
    aliases: ["noble"],
    version: "24.1.3",
    latest: "26.1",
    ...UBUNTU,
    source: "cloud-init's branch ubuntu/noble, 2026-07: 24.1.3-0ubuntu3, 26.1-0ubuntu1~24.04.1",
  },
  {
    name: "ubuntu-25.10",
    aliases: ["questing"],
    version: "25.3",
    latest: "26.1",
    ...UBUNTU,
    ...ENDED,
    source: "cloud-init's branch ubuntu/questing, 2026-03: 25.3-0ubuntu1, 26.1-0ubuntu1~25.10.1",
  },
  {
    name: "ubuntu-26.04",
    aliases: ["resolute"],
    version: "26.1",
    ...UBUNTU,
    source: "cloud-init's branch ubuntu/resolute-26.1.x, 2026-07: 26.1-0ubuntu2, 26.1-0ubuntu3~26.04.1",
  },
  {
    name: "rhel-8",
    aliases: ["centos-8", "almalinux-8", "rocky-8"],
    version: "18.5",
    latest: "23.4",
    ...RHEL,
    refusesColons: true,
    source: "packages 18.5-7.el8_1.1 (CentOS 8.1), 23.4-7.el8_10.3 (2024-08), python3-pyyaml-3.12-12.el8",
  },
  {
    name: "rhel-9",
    aliases: ["centos-9", "almalinux-9", "rocky-9"],
    version: "21.1",
    latest: "24.4",
    ...RHEL,
    source: "packages 21.1-8.el9 (2021-09) and 24.4-8.el9_8.1 (2026)",
  },
  {
    name: "rhel-10",
    aliases: ["centos-10", "almalinux-10", "rocky-10"],
    version: "24.4",
    ...RHEL,
    source: "packages 24.4-3.el10_0.2 (AlmaLinux 10.0) and 24.4-7.el10_0.1",
  },
  {
    name: "amazon-linux-2",
    aliases: ["al2"],
    version: "19.3",
    ...AMAZON,
    ...ENDED,
    refusesColons: true,
    source: "canonical/cloud-init 5533, 2024-07: 19.3-46.amzn2.0.1; package PyYAML-3.10-11.amzn2.0.3",
  },
  {
    name: "al2023",
    aliases: ["amazon-linux-2023"],
    version: "22.2.2",
    ...AMAZON,
    source: "Amazon's release notes, 2023-06 to 2025-07: 22.2.2-1.amzn2023.1.8 to 1.14",
  },
  {
    name: "fedora-atomic-21",
    version: "0.7.5",
    ...FEDORA,
    ...ENDED,
    refusesColons: true,
    note: "runs on Python 2",
    source: "Fedora's cloud-init.spec: 0.7.5-8 of 2014-11-07",
  },
  {
    name: "fedora-40",
    version: "23.4.4",
    ...FEDORA,
    ...ENDED,
    source: "Fedora's packages, 2024-02: 23.4.4-1",
  },
  { name: "fedora-43", version: "25.2", ...FEDORA, source: "package 25.2-10.fc43" },
  { name: "fedora-44", version: "25.3", ...FEDORA, source: "package 25.3-3.fc44" },
  {
    name: "sles-15",
    aliases: ["opensuse-leap-15", "suse-15"],
    version: "23.3",
    distribution: "suse",
    note: "since October 2023; before that, older ones",
    source: "SUSE:SLE-15-SP5:GA, cloud-init.changes, 2024-01; package 23.3-150100.8.79.2",
  },
  { name: "alpine-3.16", version: "22.2.2", ...ALPINE, ...ENDED, source: "Alpine's packages, 2022-07: 22.2.2-r0" },
  { name: "alpine-3.17", version: "22.4", ...ALPINE, ...ENDED, source: "Alpine's packages, 2022-11: 22.4-r2" },
  { name: "alpine-3.18", version: "23.1.2", ...ALPINE, ...ENDED, source: "Alpine's packages, 2023-10: 23.1.2-r2" },
  { name: "alpine-3.19", version: "23.4.4", ...ALPINE, ...ENDED, source: "Alpine's packages, 2024-04: 23.4.4-r1" },
  { name: "alpine-3.20", version: "24.1.3", ...ALPINE, ...ENDED, source: "Alpine's packages, 2024-04: 24.1.3-r1" },
  { name: "alpine-3.21", version: "24.3.1", ...ALPINE, ...ENDED, source: "Alpine's packages, 2024-11: 24.3.1-r0" },
  { name: "alpine-3.22", version: "24.3.1", ...ALPINE, source: "Alpine's packages, 2025-06: 24.3.1-r2" },
  { name: "alpine-3.23", version: "25.3", ...ALPINE, source: "Alpine's packages, 2025-10: 25.3-r0" },
  {
    name: "alpine-3.24",
    aliases: ["alpine"],
    version: "26.1",
    ...ALPINE,
    source: "Alpine's packages, 2026-06: 26.1-r3",
  },
  {
    name: "flatcar",
    version: null,
    reader: "coreos-cloudinit",
    note: "reads only scripts, and six keys of cloud-config",
    source: "flatcar/coreos-cloudinit, 2026-05: config/config.go, initialize/user_data.go",
  },
];

/** THE table of images. */
export const IMAGES: readonly Release[] = ROWS.map(completeRelease);
