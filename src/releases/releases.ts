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
  /** Whether the image still got updates in November 2026, without a contract. */
  supported: boolean;
  /** Programs that user-data often expects, and that the image lacks. */
  lacks: readonly string[];
  /** The modules that its own cloud.cfg leaves out. */
  withoutModules: readonly string[];
  /** Whether its PyYAML is older than 5.1, and so refuses `:` in unquoted text inside brackets. */
  refusesColons: boolean;
  /** What else differs, in a few words; null if nothing is known. */
  note: string | null;
  /** The source of the versions, and its date; null for a bare version. */
  source: string | null;
}

/** The releases of cloud-init whose facts are known, without their bug-fix releases (its Git tags). */
export const VERSIONS: readonly string[] = `
  0.7.5 0.7.6 0.7.7 0.7.8 0.7.9 17.1 17.2 18.1 18.2 18.3 18.4 18.5 19.1 19.2 19.3 19.4 20.1 20.2 20.3 20.4 21.1 21.2
  21.3 21.4 22.1 22.2 22.3 22.4 23.1 23.2 23.3 23.4 24.1 24.2 24.3 24.4 25.1 25.2 25.3 26.1 26.2
`
  .trim()
  .split(/\s+/);

/** The newest version of cloud-init whose facts are known. */
const NEWEST_VERSION = VERSIONS.at(-1)!;

/** The oldest version that matters if no release is named: that of debian-12, the oldest Debian with updates. */
export const OLDEST_SUPPORTED = "22.4";

/** What a table of releases says of one; the rest is usual. */
export type ReleaseRow = Pick<Release, "name" | "version"> & Partial<Release>;

/** A version of cloud-init on no particular image. */
export function releaseOfVersion(version: string): Release {
  return completeRelease({ name: version, version });
}

/** The newest one. */
export const NEWEST_RELEASE = releaseOfVersion(NEWEST_VERSION);

/** Fills in what is usual. */
export function completeRelease({ name, version, ...given }: ReleaseRow): Release {
  const unknown = { distribution: null, note: null, source: null };
  const usual = { reader: "cloud-init", supported: true, lacks: [], withoutModules: [], refusesColons: false };
  return { name, aliases: [], version, latest: version, ...usual, ...unknown, ...given };
}
