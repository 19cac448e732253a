/** The version in package.json, which the build inserts. */
declare const KUBEBOOT_VERSION: string;

/** A Python file as text without its comments, which the build makes. */
declare module "*.py" {
  const text: string;
  export default text;
}

/** What of picomatch is used; it has no types of its own. */
declare module "picomatch/posix.js" {
  export default function picomatch(glob: string, options: { noextglob: boolean }): (name: string) => boolean;
}

/** The fields of Kubernetes' objects, which the build makes: see build/kubernetes-fields/. */
declare module "kubernetes-fields" {
  /** The notation is that of write-table.ts. */
  export const TABLE: string;
  /** The newest release in the table, and the one before it: what is new has come since. */
  export const RELEASES: { newest: string; before: string };
}
