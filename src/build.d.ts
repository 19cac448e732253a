/** The version in package.json, which the build inserts. */
declare const KUBEBOOT_VERSION: string;

/** A Python file as text without its comments, which the build makes. */
declare module "*.py" {
  const text: string;
  export default text;
}
