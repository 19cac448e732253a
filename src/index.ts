export { createBundle, extractBundle, lintSources, readBundle, upgradeManifests } from "./pipeline.js";
export { explainSources } from "./explain-sources.js";
export { renderSource } from "./render-source.js";
export { KubebootError, type KubebootErrorCode } from "./errors.js";
export type {
  Conflict,
  ExplainedConfig,
  ExplainedPart,
  Explanation,
  Frequency,
  KeyOrigin,
  Origin,
  StageName,
  Step,
  StepKind,
} from "./explain/explanation.js";
export type { FindingOf } from "./findings/finding.js";
export type { FindingCode } from "./findings/table.js";
export type {
  BundleOptions,
  ExtractOptions,
  HandlerMode,
  LintOptions,
  ReadOptions,
  RenderOptions,
  SourceOptions,
  UpgradeOptions,
} from "./options.js";
export type {
  Bundle,
  ExtractedBundle,
  ExtractedFile,
  Finding,
  Layer,
  LintedText,
  LintResult,
  Location,
  MemorySource,
  Part,
  ReadBundle,
  ReadPart,
  Severity,
  SourceInput,
  Stdin,
  TransferEncoding,
  UpgradedManifests,
} from "./model.js";
