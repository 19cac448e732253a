/** A release of cloud-init: its year and its number in the year, or before 17.1 the first two numbers. */
export interface Version {
  major: number;
  minor: number;
}

/** Reads the beginning of a version, such as that of a package: `22.4.2-1+deb12u2`. Null if it is none. */
function readVersion(text: string): Version | null {
  const [, major, minor] = /^v?(\d{1,3})\.(\d{1,3})(?![\d])/.exec(text) ?? [];
  return major === undefined ? null : { major: Number(major), minor: Number(minor) };
}

/** Negative if `one` is the older one, 0 if both are the same. */
function compareVersions(one: Version, other: Version): number {
  return one.major - other.major || one.minor - other.minor;
}

/** Whether a release is at least `since`, and older than `until`; a bound that is null is open. */
export function isBetween(version: Version, since: string | null, until: string | null): boolean {
  const isSince = since === null || compareVersions(version, readVersion(since)!) >= 0;
  return isSince && (until === null || compareVersions(version, readVersion(until)!) < 0);
}
