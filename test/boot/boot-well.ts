/** Support for suites that boot: their requirements, a temporary root, and a boot that must succeed. */
import { expect, onTestFinished } from "vitest";
import { command, root as rootRights } from "../support/requirements.ts";
import { makeCloudInitRoot, type BootResult, type CloudInitRoot, type RootOptions } from "./cloud-init-root.ts";

/** For describeWith. */
export const BOOT_REQUIREMENTS = [rootRights, command("cloud-init"), command("unshare", "util-linux")];

/** A root that is removed when the running test ends, even if it fails. */
export async function useRoot(options?: RootOptions): Promise<CloudInitRoot> {
  const root = await makeCloudInitRoot(options);
  onTestFinished(root.remove);
  return root;
}

/** Boots, and fails the test if a stage failed or cloud-init warned. */
export async function bootWell(root: CloudInitRoot, userData: Uint8Array, instanceId?: string): Promise<BootResult> {
  const result = await root.boot(userData, instanceId);
  expect(result.warnings).toEqual([]);
  expect(result.stages.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  return result;
}
