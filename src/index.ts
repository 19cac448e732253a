export {
  createBundle,
  extractBundle,
  lintSources,
  readBundle,
  upgradeManifests,
  type BundleOptions,
  type ExtractOptions,
  type LintOptions,
  type ReadOptions,
  type UpgradedManifests,
  type UpgradeOptions,
} from "./pipeline.js";
export { KubebootError, type KubebootErrorCode } from "./errors.js";
export type { HandlerMode } from "./arrange/part-handler.js";
export type * from "./model.js";
