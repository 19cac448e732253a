/** The version in package.json; the build puts it in. */
declare const KUBEBOOT_VERSION: string;

/** A Python file as text without its comments; the build makes it so. */
declare module "*.py" {
  const text: string;
  export default text;
}
