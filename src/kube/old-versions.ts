/** THE list of the versions of Kubernetes' API before v1, which replaced them. */

/** v1beta2 has the fields of v1beta1 (pkg/api/v1beta1 and v1beta2 of kubernetes v0.18); v1beta3 those of v1, nearly. */
export const OLD_VERSIONS = ["v1beta1", "v1beta2", "v1beta3"] as const;

/** One of them. */
export type OldVersion = (typeof OLD_VERSIONS)[number];

/** The version of an object that names none. */
export const FIRST_VERSION: OldVersion = "v1beta1";

/** Whether an `apiVersion` is one of them; other groups have versions with the same names, behind a slash. */
export function isOldVersion(apiVersion: unknown): apiVersion is OldVersion {
  return OLD_VERSIONS.some((version) => version === apiVersion);
}
