/** What packages cloud-init, where the distributions' lists of modules differ. */
export type Distribution = "debian" | "ubuntu" | "rhel" | "fedora" | "amazon" | "suse" | "alpine";

/** An image, or a version of cloud-init, and what reads user-data there. */
export interface Release {
  /** The name of an image, such as `debian-12`, or a version of cloud-init, such as `22.4`. */
  name: string;
  aliases: readonly string[];
  /** The version of cloud-init that the first images had; null if something else reads user-data. */
  version: string | null;
  /** The version that updates, and with them today's images, have; the same as `version` if there are none. */
  latest: string | null;
  /** What reads user-data: `cloud-init`, or the program that does so instead. */
  reader: string;
  /** Null for a bare version. */
  distribution: Distribution | null;
  /** Whether the image still gets updates. */
  supported: boolean;
  /** Programs that user-data often expects, and that the image lacks. */
  lacks: readonly string[];
  /** The modules that its own cloud.cfg leaves out. */
  withoutModules: readonly string[];
  /** One line of what else differs; null if nothing is known. */
  note: string | null;
  /** The source of the versions, and its date; null for a bare version. */
  source: string | null;
}

/** A row of the table, without what most rows have alike. */
type Row = Pick<Release, "name" | "version" | "source"> & Partial<Release>;

const ROWS: readonly Row[] = [
  {
    name: "debian-12",
    aliases: ["bookworm"],
    version: "22.4.2",
    distribution: "debian",
    withoutModules: ["ansible"],
    source: "Debian's package 22.4.2-1+deb12u4, November 2026",
  },
  {
    name: "ubuntu-20.04",
    aliases: ["focal"],
    version: "20.1",
    latest: "24.4.1",
    distribution: "ubuntu",
    supported: false,
    source: "cloud-init's branches ubuntu/focal, July 2026: 20.1-10-g71af48df, 24.4.1-0ubuntu0~20.04.3+esm2",
  },
  {
    name: "ubuntu-22.04",
    aliases: ["jammy"],
    version: "22.1",
    latest: "26.1",
    distribution: "ubuntu",
    source: "cloud-init's branches ubuntu/jammy, July 2026: 22.1-14-g2e17a0d6, 26.1-0ubuntu3~22.04.1",
  },
  {
    name: "ubuntu-24.04",
    aliases: ["noble"],
    version: "24.1.3",
    latest: "26.1",
    distribution: "ubuntu",
    source: "cloud-init's branches ubuntu/noble, July 2026: 24.1.3-0ubuntu3, 26.1-0ubuntu1~24.04.1",
  },
  {
    name: "ubuntu-25.10",
    aliases: ["questing"],
    version: "25.3",
    latest: "26.1",
    distribution: "ubuntu",
    supported: false,
    source: "cloud-init's branches ubuntu/questing, July 2026: 25.3-0ubuntu1, 26.1-0ubuntu1~25.10.1",
  },
  {
    name: "ubuntu-26.04",
    aliases: ["resolute"],
    version: "26.1",
    distribution: "ubuntu",
    source: "cloud-init's branches ubuntu/resolute, July 2026: 26.1-0ubuntu2, 26.1-0ubuntu3~26.04.1",
  },
];

/** THE table of images. */
export const IMAGES: readonly Release[] = ROWS.map(completeRow);

/** The releases of cloud-init whose facts are known, without their bug-fix releases (its Git tags). */
export const VERSIONS: readonly string[] = `
  0.7.5 0.7.6 0.7.7 0.7.8 0.7.9 17.1 17.2 18.1 18.2 18.3 18.4 18.5 19.1 19.2 19.3 19.4 20.1 20.2 20.3 20.4 21.1 21.2
  21.3 21.4 22.1 22.2 22.3 22.4 23.1 23.2 23.3 23.4 24.1 24.2 24.3 24.4 25.1 25.2 25.3 26.1 26.2
`
  .trim()
  .split(/\s+/);

/** The newest version of cloud-init whose facts are known. */
export const NEWEST_VERSION = VERSIONS.at(-1)!;

/** The oldest version that matters if no release is named: that of debian-12, the oldest Debian with updates. */
export const OLDEST_SUPPORTED = "22.4";

/** A version of cloud-init on no particular image. */
export function releaseOfVersion(version: string): Release {
  return completeRow({ name: version, version, source: null });
}

function completeRow({ name, version, ...given }: Row): Release {
  const usual = {
    reader: "cloud-init",
    distribution: null,
    supported: true,
    lacks: [],
    withoutModules: [],
    note: null,
  };
  return { name, aliases: [], version, latest: version, ...usual, ...given };
}
