import { upgradeManifest, type UpgradedManifest } from "../../src/kube/upgrade/upgrade-manifest.ts";

/** Upgrades a manifest given as text. */
export function upgradeText(text: string, source: string | null = null): UpgradedManifest {
  return upgradeManifest(Buffer.from(text), source);
}
